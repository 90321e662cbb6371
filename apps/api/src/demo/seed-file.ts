import { factTypeNames } from '@chancery/codebook';
import { z } from 'zod';

const key = z.string().min(1, 'must be a key');
const reasons = z.record(z.string(), z.string());
const values = z.record(z.string(), z.unknown());

/** A citation as a file states it; what it leaves out comes from the file's defaults. */
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
  /** `null` says that the passage names nobody, where the defaults name somebody. */
  attributedTo: key.nullable().optional(),
  credibility: z.int().optional(),
  retrieved: z.unknown().optional(),
  note: z.string().optional(),
});

const fact = z.strictObject({
  key,
  type: z.enum(factTypeNames, 'is no type of the codebook'),
  values,
  /** Its evidence status, where it is not `RECORDED`. */
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

/** Facts by the row: each row makes one fact of each template, with the row's cells in place of `{column}`. */
const table = z.strictObject({
  columns: z.array(z.string().min(1)).min(1),
  each: z.array(z.record(z.string(), z.unknown())).min(1),
  rows: z.array(z.array(z.unknown())),
});

const file = z.strictObject({
  title: z.string().min(1),
  reason: z.string().min(1),
  /** Whether it corrects what earlier files said: Chancery itself merges it, also into registers that hold the demo. */
  correction: z.boolean().default(false),
  defaults: z.strictObject({ cite: citation }).optional(),
  facts: z.array(fact).default([]),
  tables: z.array(table).default([]),
  updates: z.array(update).default([]),
  disputes: z.array(dispute).default([]),
  retire: z.array(z.strictObject({ key, reason: z.string().min(3), redirectTo: key.optional() })).default([]),
});

/** One changeset as data: see prisma/seed/README.md. */
export type SeedFile = z.infer<typeof file>;
/** A fact as a file states it. */
export type SeedFact = z.infer<typeof fact>;
/** A citation as a file states it. */
export type SeedCitation = z.infer<typeof citation>;
/** A table as a file states it. */
export type SeedTable = z.infer<typeof table>;

/** What is wrong with the demo data, in a line that says where. */
export class SeedError extends Error {
  constructor(where: string, what: string) {
    super(`prisma/seed/${where}: ${what}`);
    this.name = 'SeedError';
  }
}

/**
 * Reads the text of a file.
 * @throws SeedError when it is no JSON, or not of the form of a changeset.
 */
export function parseSeedFile(name: string, text: string): SeedFile {
  return parsed(file, json(name, text), name);
}

/**
 * Reads a fact that a table made.
 * @throws SeedError when it is not of the form of a fact.
 */
export function parseSeedFact(input: unknown, where: string): SeedFact {
  return parsed(fact, input, where);
}

function json(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SeedError(name, error instanceof Error ? error.message : String(error));
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown, where: string): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new SeedError(where, issues.join('; '));
}
