import {
  currentFieldName,
  type FactTypeName,
  type Field,
  type FieldValue,
  factTypeOfId,
  fieldsOf,
  isDeskId,
  isId,
  paragraphsSchema,
  problemSentence,
  type TypeName,
  type Values,
  valueSchema,
} from '@chancery/codebook';
import { z } from 'zod';
import { reasonLength } from './limits.ts';
import { type Operation, type OperationKind, operationKinds } from './operation.ts';
import type { Outcome, Problem } from './problem.ts';

/** Called for each problem. `field` names the field with the problem; `undefined` means the whole input. */
export type ReportProblem = (field: string | undefined, message: string) => void;

/**
 * Parses and normalizes the values of a type. Each name must be a field of the codebook or a former name of one, which
 * is replaced by the current name; each value must be valid for the kind of its field. Invalid fields are reported to
 * `report` and left out. In a `base` any field may be `null`, because the draft that the editor saw may have been
 * incomplete. `part` is the property of the operation that holds the values.
 */
export function parseValues(
  type: TypeName,
  input: unknown,
  report: ReportProblem,
  part: 'values' | 'set' | 'base' = 'values',
): Values {
  if (!isObject(input)) {
    report(undefined, notKeyedByField(part));
    return {};
  }
  const values: Record<string, FieldValue> = {};
  for (const [given, value] of Object.entries(input)) {
    const name = currentFieldName(type, given);
    if (name === undefined) {
      report(given, `${type} has no field “${given}”. Correct the name, or leave the field out.`);
      continue;
    }
    const field = fieldsOf(type)[name] as Field;
    const parsed = schemaOf(field).safeParse(value);
    if (parsed.success) values[name] = parsed.data;
    else if (part === 'base' && value === null) values[name] = null;
    else reportIssues(parsed.error, name, field.label, report);
  }
  return values;
}

/**
 * Parses the values of a citation of a fact of type `of`, and reports a cited field that the type does not have. A
 * former name of the cited field is replaced by the current name.
 */
export function parseCitation(of: FactTypeName, input: unknown, report: ReportProblem): Values {
  const values = parseValues('Citation', input, report);
  if (typeof values.field !== 'string') return values;
  const field = currentFieldName(of, values.field);
  if (field !== undefined) return { ...values, field };
  report('field', `${of} has no field “${values.field}”. Correct the name, or leave the field out.`);
  return values;
}

const schemas = new WeakMap<Field, z.ZodType<FieldValue, unknown>>();
function schemaOf(field: Field): z.ZodType<FieldValue, unknown> {
  const cached = schemas.get(field);
  if (cached) return cached;
  const schema = valueSchema(field);
  schemas.set(field, schema);
  return schema;
}

const reason = paragraphsSchema(reasonLength.max).refine(
  (why) => why.length >= reasonLength.min,
  `must have at least ${reasonLength.min} characters`,
);
const batch = z.strictObject({
  id: z.string().refine((id) => isId(id, 'ImportBatch'), 'is not the id of an import batch'),
  line: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
const fact = z.string().refine((id) => factTypeOfId(id) !== undefined, 'is not the id of a fact');
const citation = z.string().refine((id) => isId(id, 'Citation'), 'is not the id of a citation');
// Parsed below, whether missing or not, so that all problems are reported at once.
const raw = z.unknown().optional();
const state = z.strictObject({
  values: raw,
  batch: batch.optional(),
  citations: z.array(z.strictObject({ id: citation, values: raw })),
});

const shapes = {
  create: z.object({ values: raw, batch: batch.optional(), waivers: raw }),
  dispute: z.object({ values: raw }),
  update: z.object({ set: raw, base: raw, waivers: raw }),
  adopt: z.object({ set: raw, base: raw, waivers: raw, adopted: raw }),
  retire: z.object({ reason, redirectTo: fact.optional() }),
  restore: z.object({ state, waivers: raw.optional() }),
  cite: z.object({ citation, values: raw }),
  uncite: z.object({ citation, values: raw, waivers: raw }),
} satisfies Record<OperationKind, z.ZodType>;

const adoption = z.strictObject(
  {
    claim: z.string('must be the id of a claim').refine((id) => isId(id, 'Claim'), 'is not the id of a claim'),
    reason,
  },
  'must be an object with only the properties “claim” and “reason”',
);

/**
 * The parts of an operation that are keyed by field name: waivers and adopted claims. If `allowsWhole` is true, the key
 * may also be `*`, which means the whole fact.
 */
const keyedParts = {
  waivers: { title: 'The waiver', schema: reason, allowsWhole: true },
  adopted: { title: 'The adopted claim', schema: adoption, allowsWhole: false },
} as const;

/**
 * Parses a part that is keyed by field name. Former names are replaced by the current ones. Invalid entries are
 * reported to `report` and left out.
 */
function parseKeyedPart(
  part: keyof typeof keyedParts,
  type: TypeName,
  input: unknown,
  report: ReportProblem,
): Record<string, unknown> {
  const { title, schema, allowsWhole } = keyedParts[part];
  if (!isObject(input)) {
    report(undefined, notKeyedByField(part));
    return {};
  }
  const result: Record<string, unknown> = {};
  for (const [given, value] of Object.entries(input)) {
    const name = allowsWhole && given === '*' ? given : currentFieldName(type, given);
    const parsed = schema.safeParse(value);
    if (name === undefined) report(given, `${type} has no field “${given}”. Correct the name, or leave the field out.`);
    else if (parsed.success) result[name] = parsed.data;
    else reportIssues(parsed.error, name, `${title} for ${fieldsOf(type)[name]?.label ?? 'the fact'}`, report);
  }
  return result;
}

function notKeyedByField(part: string): string {
  return `“${part}” must be an object with field names as keys.`;
}

function reportIssues({ issues }: z.ZodError, field: string, subject: string, report: ReportProblem): void {
  for (const { path, message } of issues)
    report(field, problemSentence(`${subject}${path.length > 0 ? ` (${path.join('.')})` : ''}`, message));
}

const head = z.object({
  id: z.string().refine((id) => isDeskId(id, 'operation'), 'is not the id of an operation'),
  kind: z.enum(operationKinds),
  fact,
});

/**
 * Parses an operation from JSON, as the desk or an importer sends it or as a draft stores it, and normalizes its
 * values. Returns all problems at once; if the id, kind or fact of the operation, or the parts of a restoration, are
 * malformed, only those problems. A required field without a value is not a problem here, because a draft may be
 * incomplete.
 */
export function parseOperation(input: unknown): Outcome<Operation> {
  const problems: Problem[] = [];
  const start = head.safeParse(input);
  if (!start.success) return malformed(start.error, input);
  const { id, kind, fact: factId } = start.data;
  const type = factTypeOfId(factId) as FactTypeName;
  const report =
    (of: string = factId): ReportProblem =>
    (field, message) =>
      problems.push({
        code: 'known-values',
        severity: 'error',
        message,
        fact: of,
        operation: id,
        ...(field ? { field } : {}),
      });
  const body = shapes[kind].safeParse(input);
  if (!body.success) problems.push(...malformed(body.error, input).problems);
  if (!body.success && kind === 'restore') return { ok: false, problems };
  const parts = (body.success ? body.data : input) as Record<string, unknown>;
  const operation = assemble({ id, type, fact: factId }, kind, parts, report);
  if (kind === 'dispute' && type !== 'Dispute')
    report()(undefined, 'The new fact of a dispute has an id of another type. Use an id of the type Dispute.');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: operation };
}

function assemble(
  target: { id: string; type: FactTypeName; fact: string },
  kind: OperationKind,
  body: Record<string, unknown>,
  report: () => ReportProblem,
): Operation {
  const values = (of: TypeName, input: unknown) => parseValues(of, input, report());
  const cited = (input: unknown) => ({ ...parseCitation(target.type, input, report()), fact: target.fact });
  const parts: Record<string, unknown> = {
    ...target,
    kind,
    ...pick(body, ['batch', 'reason', 'redirectTo', 'citation']),
  };
  if ('waivers' in shapes[kind].shape && body.waivers !== undefined)
    parts.waivers = parseKeyedPart('waivers', target.type, body.waivers, report());
  if (kind === 'adopt') parts.adopted = parseKeyedPart('adopted', target.type, body.adopted, report());
  if (kind === 'create' || kind === 'dispute') parts.values = values(target.type, body.values);
  if (kind === 'cite' || kind === 'uncite') parts.values = cited(body.values);
  if (kind === 'update' || kind === 'adopt') {
    parts.set = parseValues(target.type, body.set, report(), 'set');
    parts.base = parseValues(target.type, body.base, report(), 'base');
  }
  if (kind === 'restore') {
    const was = body.state as z.infer<typeof state>;
    parts.state = {
      values: values(target.type, was.values),
      ...(was.batch ? { batch: was.batch } : {}),
      citations: was.citations.map((row) => ({ id: row.id, values: cited(row.values) })),
    };
  }
  // Every part was parsed by the shape of its kind; TypeScript cannot infer this through the table of shapes.
  return parts as unknown as Operation;
}

function pick(body: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));
}

function malformed(error: z.ZodError, input: unknown): { ok: false; problems: Problem[] } {
  const operation = isObject(input) && typeof input.id === 'string' ? { operation: input.id } : {};
  return {
    ok: false,
    problems: error.issues.map((issue) => ({
      code: 'known-values',
      severity: 'error',
      message: `The operation is malformed at ${issue.path.join('.') || 'its root'}: ${asSentence(issue.message)}.`,
      ...operation,
    })),
  };
}

/** Puts a subject before a message that is only a predicate, such as “is not the id of a fact”. */
function asSentence(message: string): string {
  return /^[a-z]/.test(message) ? `the value ${message}` : message;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
