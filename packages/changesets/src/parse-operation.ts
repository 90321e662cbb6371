import {
  currentName,
  type FactTypeName,
  type Field,
  type FieldValue,
  factTypeOfId,
  fieldsOf,
  isDeskId,
  isId,
  paragraphs,
  type TypeName,
  type Values,
  valueSchema,
} from '@chancery/codebook';
import { z } from 'zod';
import { type Operation, type OperationKind, operationKinds } from './operation.ts';
import type { Outcome, Problem } from './problem.ts';

/** Takes note of what is wrong with a field, or with the whole. */
export type Note = (field: string | undefined, message: string) => void;

/**
 * Reads the values of a type: each name must be a field of the codebook (or a former name of one, which is brought up
 * to date), each value must fit its kind. What does not fit is noted and left out. In a `base` any field may be empty,
 * for the draft that it was read from may have been incomplete.
 */
export function parseValues(type: TypeName, input: unknown, note: Note, as: 'values' | 'base' = 'values'): Values {
  if (!isObject(input)) {
    note(undefined, 'The values must be an object of field names and values.');
    return {};
  }
  const values: Record<string, FieldValue> = {};
  for (const [given, value] of Object.entries(input)) {
    const name = currentName(type, given);
    if (name === undefined) {
      note(given, `${type} has no field “${given}”.`);
      continue;
    }
    const field = fieldsOf(type)[name] as Field;
    const read = schemaOf(field).safeParse(value);
    if (read.success) values[name] = read.data;
    else if (as === 'base' && value === null) values[name] = null;
    else noteIssues(read.error, name, field.label, note);
  }
  return values;
}

/** Reads the values of a citation of a fact: those of its type, and the field that it is cited for is one of the fact's. */
export function parseCitation(of: FactTypeName, input: unknown, note: Note): Values {
  const values = parseValues('Citation', input, note);
  if (typeof values.field !== 'string') return values;
  const field = currentName(of, values.field);
  if (field !== undefined) return { ...values, field };
  note('field', `${of} has no field “${values.field}”.`);
  return values;
}

const schemas = new WeakMap<Field, z.ZodType<FieldValue, unknown>>();
function schemaOf(field: Field): z.ZodType<FieldValue, unknown> {
  const known = schemas.get(field);
  if (known) return known;
  const made = valueSchema(field);
  schemas.set(field, made);
  return made;
}

const reason = paragraphs(2_000).refine((why) => why.length >= 3, 'must say why, in a few words');
const batch = z.strictObject({
  id: z.string().refine((id) => isId(id, 'ImportBatch'), 'is not the id of an import batch'),
  line: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
const fact = z.string().refine((id) => factTypeOfId(id) !== undefined, 'is not the id of a fact');
const citation = z.string().refine((id) => isId(id, 'Citation'), 'is not the id of a citation');
// Read by hand below, missing or not, so that all problems come out at once.
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

const adoption = z.strictObject({
  claim: z.string().refine((id) => isId(id, 'Claim'), 'is not the id of a claim'),
  reason,
});

/** What an operation may say of fields, by name: why they need no citation, and which claims give their values. */
const saidOfFields = {
  waivers: { called: 'The waiver', said: reason, ofWhole: true },
  adopted: { called: 'The claim adopted', said: adoption, ofWhole: false },
} as const;

/** Reads what is said of fields. Former names are brought up to date, as in the values. */
function parseSaid(
  part: keyof typeof saidOfFields,
  type: TypeName,
  input: unknown,
  note: Note,
): Record<string, unknown> {
  const { called, said, ofWhole } = saidOfFields[part];
  if (!isObject(input)) {
    note(undefined, `The part “${part}” must be an object of field names.`);
    return {};
  }
  const read: Record<string, unknown> = {};
  for (const [given, value] of Object.entries(input)) {
    const name = ofWhole && given === '*' ? given : currentName(type, given);
    const parsed = said.safeParse(value);
    if (name === undefined) note(given, `${type} has no field “${given}”.`);
    else if (parsed.success) read[name] = parsed.data;
    else noteIssues(parsed.error, name, `${called} for ${fieldsOf(type)[name]?.label ?? 'the fact'}`, note);
  }
  return read;
}

function noteIssues({ issues }: z.ZodError, field: string, subject: string, note: Note): void {
  for (const { path, message } of issues)
    note(field, `${subject}${path.length > 0 ? ` (${path.join('.')})` : ''} ${message}.`);
}

const head = z.object({
  id: z.string().refine((id) => isDeskId(id, 'operation'), 'is not the id of an operation'),
  kind: z.enum(operationKinds),
  fact,
});

/**
 * Reads an operation from JSON, as the desk or an importer sends it or as the desk has stored it. Values are normalized.
 * All that is wrong is returned at once; a field left out is not wrong here, for a draft may be incomplete.
 */
export function parseOperation(input: unknown): Outcome<Operation> {
  const problems: Problem[] = [];
  const start = head.safeParse(input);
  if (!start.success) return refusal(start.error, input);
  const { id, kind, fact: about } = start.data;
  const type = factTypeOfId(about) as FactTypeName;
  const note =
    (of: string = about): Note =>
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
  if (!body.success) problems.push(...refusal(body.error, input).problems);
  if (!body.success && kind === 'restore') return { ok: false, problems };
  const parts = (body.success ? body.data : input) as Record<string, unknown>;
  const operation = assemble({ id, type, fact: about }, kind, parts, note);
  if (kind === 'dispute' && type !== 'Dispute') note()(undefined, 'A dispute needs the id of a dispute.');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: operation };
}

function assemble(
  on: { id: string; type: FactTypeName; fact: string },
  kind: OperationKind,
  body: Record<string, unknown>,
  note: () => Note,
): Operation {
  const values = (of: TypeName, input: unknown) => parseValues(of, input, note());
  const cited = (input: unknown) => ({ ...parseCitation(on.type, input, note()), fact: on.fact });
  const parts: Record<string, unknown> = {
    ...on,
    kind,
    ...pick(body, ['batch', 'reason', 'redirectTo', 'citation']),
  };
  if ('waivers' in shapes[kind].shape && body.waivers !== undefined)
    parts.waivers = parseSaid('waivers', on.type, body.waivers, note());
  if (kind === 'adopt') parts.adopted = parseSaid('adopted', on.type, body.adopted, note());
  if (kind === 'create' || kind === 'dispute') parts.values = values(on.type, body.values);
  if (kind === 'cite' || kind === 'uncite') parts.values = cited(body.values);
  if (kind === 'update' || kind === 'adopt') {
    parts.set = values(on.type, body.set);
    parts.base = parseValues(on.type, body.base, note(), 'base');
  }
  if (kind === 'restore') {
    const was = body.state as z.infer<typeof state>;
    parts.state = {
      values: values(on.type, was.values),
      ...(was.batch ? { batch: was.batch } : {}),
      citations: was.citations.map((row) => ({ id: row.id, values: cited(row.values) })),
    };
  }
  // Every part was read by the shape of its kind, which the compiler cannot follow through the table of shapes.
  return parts as unknown as Operation;
}

function pick(body: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));
}

function refusal(error: z.ZodError, input: unknown): { ok: false; problems: Problem[] } {
  const operation = isObject(input) && typeof input.id === 'string' ? { operation: input.id } : {};
  return {
    ok: false,
    problems: error.issues.map((issue) => ({
      code: 'known-values',
      severity: 'error',
      message: `The operation is malformed at ${issue.path.join('.') || 'its root'}: ${issue.message}.`,
      ...operation,
    })),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
