import { reasonLength } from '@chancery/changesets';
import { factTypeNames } from '@chancery/codebook';
import { z } from 'zod';

const key = z.string().min(1, 'must not be empty');
const reasons = z.record(z.string(), z.string());
const values = z.record(z.string(), z.unknown());

/** A citation in a file. Missing fields come from the file's defaults. */
const citation = z.strictObject({
  source: key.optional(),
  field: z.string().optional(),
  page: z.string().optional(),
  paragraph: z.string().optional(),
  line: z.string().optional(),
  timecode: z.string().optional(),
  fragment: z.string().optional(),
  stance: z.string().optional(),
  modality: z.string().optional(),
  hedge: z.string().optional(),
  /** `null` overrides a default: the passage is attributed to nobody. */
  attributedTo: key.nullable().optional(),
  credibility: z.int().optional(),
  retrieved: z.unknown().optional(),
  note: z.string().optional(),
});

const fact = z.strictObject({
  key,
  type: z.enum(factTypeNames, 'is not a type of the codebook'),
  values,
  /** Its evidence status; by default `RECORDED`. */
  status: z.string().optional(),
  note: z.string().optional(),
  batch: z.strictObject({ key, line: z.int() }).optional(),
  waive: reasons.optional(),
  cite: z.array(citation).optional(),
});

const update = z.strictObject({
  key,
  set: values.default({}),
  waive: reasons.optional(),
  cite: z.array(citation).optional(),
});

const dispute = z.strictObject({
  key: key.optional(),
  one: key,
  other: key,
  point: z.string().optional(),
  cite: z.array(citation).optional(),
});

/** Facts in table form: each row becomes a fact for each template in `each`, with its cells in place of `{column}`. */
const table = z.strictObject({
  columns: z.array(z.string().min(1)).min(1),
  each: z.array(z.record(z.string(), z.unknown())).min(1),
  rows: z.array(z.array(z.unknown())),
});

const file = z.strictObject({
  title: z.string().min(1),
  reason: z.string().min(1),
  /**
   * True if the file corrects earlier ones. It is merged under the system account, also into registers with the demo.
   */
  correction: z.boolean().default(false),
  defaults: z.strictObject({ cite: citation }).optional(),
  facts: z.array(fact).default([]),
  tables: z.array(table).default([]),
  updates: z.array(update).default([]),
  disputes: z.array(dispute).default([]),
  retire: z
    .array(z.strictObject({ key, reason: z.string().min(reasonLength.min), redirectTo: key.optional() }))
    .default([]),
});

/** A file of the demo register: one changeset, in the form that prisma/seed/README.md describes. */
export type SeedFile = z.infer<typeof file>;
/** A fact that a seed file creates. It refers to other facts by their keys. */
export type SeedFact = z.infer<typeof fact>;
/** A citation in a seed file. */
export type SeedCitation = z.infer<typeof citation>;
/** A table in a seed file, whose rows expand to facts. */
export type SeedTable = z.infer<typeof table>;

/** An error in the demo data, found while reading them or by the ledger. The message starts with the file. */
export class SeedError extends Error {
  constructor(where: string, what: string) {
    super(`prisma/seed/${where}: ${what}`);
    this.name = 'SeedError';
  }
}

/**
 * Parses a seed file.
 * @throws SeedError when it is not valid JSON or does not have the form of a changeset.
 */
export function parseSeedFile(name: string, text: string): SeedFile {
  return validate(file, parseJson(name, text), name);
}

/**
 * Parses a fact that was expanded from a table.
 * @throws SeedError when it does not have the form of a fact.
 */
export function parseSeedFact(input: unknown, where: string): SeedFact {
  return validate(fact, input, where);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SeedError(name, error instanceof Error ? error.message : String(error));
  }
}

function validate<Schema extends z.ZodType>(schema: Schema, input: unknown, where: string): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new SeedError(where, issues.join('; '));
}
