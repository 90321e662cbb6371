import {
  type FactTypeName,
  type Field,
  type FieldValue,
  factTypeOfId,
  fieldsOf,
  isDeskId,
  isId,
  type TypeName,
  type Values,
  valueSchema,
} from '@chancery/codebook';
import { z } from 'zod';
import { type Operation, type OperationKind, operationKinds } from './operation.ts';
import type { Outcome, Problem } from './problem.ts';

/** Why a field of a type holds a name that is not one of the codebook, or the current name of a former one. */
function currentName(type: TypeName, name: string): string | undefined {
  const fields = fieldsOf(type);
  if (Object.hasOwn(fields, name)) return name;
  return Object.keys(fields).find((field) => fields[field]?.formerly?.includes(name));
}

type Note = (field: string | undefined, message: string) => void;

/**
 * Reads the values of a type: each name must be a field of the codebook (or a former name of one, which is brought up
 * to date), each value must fit its kind. What does not fit is noted and left out.
 */
export function parseValues(type: TypeName, input: unknown, note: Note): Values {
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
    else
      for (const issue of read.error.issues)
        note(name, `${field.label}${issue.path.length > 0 ? ` (${issue.path.join('.')})` : ''} ${issue.message}.`);
  }
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

const reason = z.string().trim().min(3, 'must say why, in a few words').max(2_000, 'is longer than 2,000 characters');
const batch = z.strictObject({
  id: z.string().refine((id) => isId(id, 'ImportBatch'), 'is not the id of an import batch'),
  line: z.int().min(0),
});
const waivers = z.record(z.string(), reason);
const fact = z.string().refine((id) => factTypeOfId(id) !== undefined, 'is not the id of a fact');
const citation = z.string().refine((id) => isId(id, 'Citation'), 'is not the id of a citation');
const raw = z.unknown();
const state = z.strictObject({
  values: raw,
  batch: batch.optional(),
  citations: z.array(z.strictObject({ id: citation, values: raw })),
});

const shapes = {
  create: z.object({ values: raw, batch: batch.optional(), waivers: waivers.optional() }),
  dispute: z.object({ values: raw }),
  update: z.object({ set: raw, base: raw, waivers: waivers.optional() }),
  adopt: z.object({
    set: raw,
    base: raw,
    waivers: waivers.optional(),
    adopted: z.record(
      z.string(),
      z.strictObject({ claim: z.string().refine((id) => isId(id, 'Claim'), 'is not the id of a claim'), reason }),
    ),
  }),
  retire: z.object({ reason, redirectTo: fact.optional() }),
  restore: z.object({ state }),
  cite: z.object({ citation, values: raw }),
  uncite: z.object({ citation, values: raw, waivers: waivers.optional() }),
} satisfies Record<OperationKind, z.ZodType>;

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
  if (!body.success) return refusal(body.error, input);
  const operation = assemble({ id, type, fact: about }, kind, body.data, note);
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
  const parts: Record<string, unknown> = {
    ...on,
    kind,
    ...pick(body, ['batch', 'waivers', 'adopted', 'reason', 'redirectTo', 'citation']),
  };
  if (kind === 'create' || kind === 'dispute') parts.values = values(on.type, body.values);
  if (kind === 'cite' || kind === 'uncite') parts.values = { ...values('Citation', body.values), fact: on.fact };
  if (kind === 'update' || kind === 'adopt') {
    parts.set = values(on.type, body.set);
    parts.base = values(on.type, body.base);
  }
  if (kind === 'restore') {
    const was = body.state as z.infer<typeof state>;
    parts.state = {
      values: values(on.type, was.values),
      ...(was.batch ? { batch: was.batch } : {}),
      citations: was.citations.map((row) => ({
        id: row.id,
        values: { ...values('Citation', row.values), fact: on.fact },
      })),
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
