import { isFactType } from '@chancery/codebook';
import { z } from 'zod';

const column = z.string().min(1);
const text = z.string().trim().min(1).max(2_000);

const dateForm = z.strictObject({
  column,
  /** EDTF, or a form such as `DD.MM.YYYY`. */
  date: z.string().min(1),
});
const dateParts = z.strictObject({ year: column, month: column, day: column });
const date = z.union([dateForm, dateParts]);
const plain = z.union([z.string(), z.number(), z.boolean()]);

const value = z.union([
  date,
  /** A time, of which nobody knows whether it has ended where `to` is left out. */
  z.strictObject({ from: date, to: date.optional() }),
  /** The same in every row. */
  z.strictObject({ constant: z.union([plain, z.array(z.string())]) }),
  z.strictObject({ column, as: z.enum(['text', 'number']) }),
  /** A value of a list, or yes and no, by what the column says; several where a separator stands between them. */
  z.strictObject({ column, meanings: z.record(z.string(), plain), separator: z.string().min(1).optional() }),
  z.strictObject({ column, language: z.string().min(2) }),
  z.strictObject({ latitude: column, longitude: column }),
]);

const link = z.union([
  z.strictObject({ code: z.string(), column, on: column.optional() }),
  /** The same fact in every row. */
  z.strictObject({ code: z.string(), value: z.string().min(1) }),
  z.strictObject({ name: column, on: column.optional() }),
  /** Another fact of this row, or of a row above, by the columns of its key. */
  z.strictObject({ fact: z.string(), key: z.array(column).min(1) }),
]);

const fact = z.strictObject({
  type: z.string().refine(isFactType, 'is no type of the codebook'),
  /** The columns that name it within the table. */
  key: z.array(column).min(1),
  /** The column in which something must stand for the row to tell of it. */
  where: column.optional(),
  /** Several rows may name it: the first one tells of it, and what others say of it is passed over. */
  repeats: z.boolean().optional(),
  values: z.record(z.string(), value),
  links: z.record(z.string(), link),
  marks: z
    .strictObject({
      codes: z.array(z.strictObject({ scheme: z.string(), column, on: column.optional() })).optional(),
      names: z.array(column).optional(),
    })
    .optional(),
});

/** The shape of a mapping; whether its columns and fields are there is for `readMapping` to say. */
export const mappingShape = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'is not a name in small letters, digits and hyphens'),
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
  /** What each row tells of, by names of one's own. */
  facts: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'is not a name in letters and digits'), fact),
  /** The columns that are not taken, each with the reason. */
  left: z.record(z.string(), text),
});

/** What the columns of a table mean: plain data, made by an editor and kept for the next edition. */
export type Mapping = z.infer<typeof mappingShape>;
export type FactMapping = Mapping['facts'][string];
export type ValueMapping = FactMapping['values'][string];
export type LinkMapping = FactMapping['links'][string];
export type DateMapping = z.infer<typeof date>;
