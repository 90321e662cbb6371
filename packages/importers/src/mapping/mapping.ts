import { isFactType } from '@chancery/codebook';
import { z } from 'zod';

const column = z.string().min(1);
const text = z.string().trim().min(1).max(2_000);
const separator = z.string().min(1);

const form = z.string().min(1);
const dateForm = z.strictObject({
  column,
  /**
   * The form of the dates: `TYPED`, `EDTF`, `EXCEL` or a pattern such as `DD.MM.YYYY`; or several forms, of which one
   * must fit. `dateReaderOf` describes them.
   */
  date: z.union([form, z.array(form).min(1).max(4)]),
});
const dateParts = z.strictObject({ year: column, month: column, day: column });
const date = z.union([dateForm, dateParts]);
const plain = z.union([z.string(), z.number(), z.boolean()]);

const value = z.union([
  date,
  /** A period. Without `to`, or in a row in which the columns of `to` are empty, the end of the period is unknown. */
  z.strictObject({ from: date, to: date.optional() }),
  /** The same value in every row. */
  z.strictObject({ constant: z.union([plain, z.array(z.string())]) }),
  /** A text or number. `or` is the column that is read in rows in which `column` is empty. */
  z.strictObject({ column, as: z.enum(['text', 'number']), or: column.optional() }),
  /**
   * A value that `meanings` translates, for example to a value of a value list or a boolean; with a separator, several.
   */
  z.strictObject({ column, meanings: z.record(z.string(), plain), separator: separator.optional() }),
  z.strictObject({ column, language: z.string().min(2), or: column.optional() }),
  z.strictObject({ latitude: column, longitude: column }),
]);

/** A column with dates, in the form in which the fact reads it elsewhere or else as typed; or a date mapping. */
const on = z.union([column, date]);

const link = z.union([
  /** `orName` is a column with names: the target is found by name if the code is empty or unknown. */
  z.strictObject({
    code: z.string(),
    column,
    on: on.optional(),
    orName: column.optional(),
    separator: separator.optional(),
  }),
  /** The same fact in every row. */
  z.strictObject({ code: z.string(), value: z.string().min(1) }),
  z.strictObject({ name: column, on: on.optional(), separator: separator.optional() }),
  /** Another fact of this or an earlier row. `key` lists the columns of this row that hold its key. */
  z.strictObject({ fact: z.string(), key: z.array(column).min(1) }),
]);

const fact = z.strictObject({
  type: z.string().refine(isFactType, 'is not a type of the codebook. Use a type name such as Agreement'),
  /** The columns that identify the fact within the table. */
  key: z.array(column).min(1),
  /** A column that is empty in rows without the fact. If absent, every row has the fact. */
  where: column.optional(),
  /** True if several rows may have the same key: the first is read, the others are ignored. */
  repeats: z.boolean().optional(),
  values: z.record(z.string(), value),
  /** At most one link may have a separator: the row then has one fact for each part of that cell. */
  links: z.record(z.string(), link),
  marks: z
    .strictObject({
      codes: z.array(z.strictObject({ scheme: z.string(), column, on: on.optional() })).optional(),
      names: z.array(column).optional(),
    })
    .optional(),
});

/** The shape of a mapping, after `factsByName` has converted its facts. `readMapping` also checks it against the codebook. */
export const mappingShape = z.strictObject({
  key: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,60}$/,
      'must have at most 61 characters: a lower-case letter, then lower-case letters, digits and hyphens',
    ),
  title: text,
  publisher: text,
  version: text,
  citation: text,
  licence: z.strictObject({ terms: text, republish: z.boolean() }),
  coverage: text,
  grade: z.strictObject({
    reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
    credibility: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  }),
  file: text,
  /** The facts of each row, by names that the editor chooses. */
  facts: z.record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must have only letters and digits, and start with a letter'),
    fact,
  ),
  /** The columns that are not imported, each with the reason. */
  left: z.record(z.string(), text),
  /** Texts that stand for an empty cell in every column, such as `NA`. */
  missing: z.array(text).optional(),
  /** Texts that stand for an empty cell in one column only, such as `-9`, by column. */
  missingIn: z.record(column, z.array(text)).optional(),
});

/** An editor's description of the columns of a table: plain data, stored for the next edition of the table. */
export type Mapping = z.infer<typeof mappingShape>;
/** How one fact is read from each row; with `where`, only from each row in which that column is not empty. */
export type FactMapping = Mapping['facts'][string];
/** How the value of a field is read: from which columns and in which form, or as a constant. */
export type ValueMapping = FactMapping['values'][string];
/** How the target of a link is found: by a code, by a name, or by the key of another fact of the table. */
export type LinkMapping = FactMapping['links'][string];
/** How a date is read: from one column in a given form, or from columns for year, month and day. */
export type DateMapping = z.infer<typeof date>;
/** The date on which the target of a link or the owner of a code has it: a column, or a date mapping. */
export type OnMapping = z.infer<typeof on>;
