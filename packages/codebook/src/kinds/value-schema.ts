import { z } from 'zod';
import { concreteTypesOf } from '../codebook.ts';
import type { Field } from '../field.ts';
import { isId } from '../identifier.ts';
import { maxLengths } from '../limits.ts';
import { parseUncertainDate } from '../uncertain-date/index.ts';
import { valuesOf } from '../value-list.ts';
import { dateBasis } from '../value-lists/evidence.ts';
import type { FieldKind } from './field-kind.ts';
import type { FieldValue } from './values.ts';

const integerLimit = 2 ** 31 - 1;

// Spaces and invisible characters (zero width, direction marks, fillers): a text of only these counts as empty.
const blank = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;
// Control characters (for paragraphs other than tab and line feed) and unpaired surrogates, which Postgres cannot
// store.
const invalidInLine = /\p{Cc}/u;
const invalidInParagraphs = /[^\P{Cc}\t\n]/u;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function line(maxLength: number): z.ZodType<string, string> {
  return textWithout(invalidInLine, 'contains a line break, tab or other control character; remove it', maxLength);
}

function textWithout(invalid: RegExp, problem: string, maxLength: number): z.ZodType<string, string> {
  return z
    .string('must be text')
    .refine(
      (value) => !loneSurrogate.test(value),
      'contains an unpaired surrogate, which is not a valid character; remove it',
    )
    .transform((value) => value.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine(
      (value) => !blank.test(value),
      'has no visible characters; enter a text, or leave the field out if it is optional',
    )
    .refine((value) => !invalid.test(value), problem)
    .refine(
      (value) => value.length <= maxLength,
      `is longer than ${maxLength.toLocaleString('en')} characters; shorten it`,
    );
}

/**
 * Returns a schema for text that may have several lines. Parsing trims the text and normalizes its line ends and
 * Unicode (NFC). It refuses text without visible characters, with control characters other than tab and line feed, with
 * unpaired surrogates, or longer than `maxLength`.
 */
export function paragraphsSchema(maxLength: number): z.ZodType<string, string> {
  return textWithout(invalidInParagraphs, 'contains a control character; remove it', maxLength);
}

const kinds: Record<FieldKind, (field: Field) => z.ZodType<FieldValue, unknown>> = {
  text: () => line(maxLengths.text),
  longText: () => paragraphsSchema(maxLengths.longText),
  code: (field) =>
    line(maxLengths.code).refine(
      (value) => !field.pattern || field.pattern.test(value),
      `does not match the pattern of the field ${field.label}: ${field.pattern?.source}`,
    ),
  url: () =>
    line(maxLengths.url)
      .refine(isWebAddress, 'is not a web address that begins with http:// or https://')
      .refine((value) => !hasLogin(value), 'contains a user name or password; remove it'),
  integer: (field) => between(z.int('must be a whole number'), field.min ?? -integerLimit, field.max ?? integerLimit),
  number: (field) => between(z.number('must be a number'), field.min, field.max),
  boolean: () => z.boolean('must be true or false'),
  oneOf: (field) => z.enum(listOf(field), `is not one of ${listOf(field).join(', ')}`),
  manyOf: (field) => {
    const list = listOf(field);
    return z
      .array(z.enum(list, `contains a value that is not one of ${list.join(', ')}`), 'must be a list')
      .min(1, 'is an empty list; add a value, or leave the field out if it is optional')
      .refine((values) => new Set(values).size === values.length, 'contains the same value twice; give each value once')
      .transform((values) => list.filter((value) => values.includes(value)));
  },
  link: (field) => {
    const targets = concreteTypesOf(field.target ?? '');
    return z
      .string('must be an id')
      .refine(
        (value) => targets.some((type) => isId(value, type)),
        field.target === 'Fact' ? 'is not an id of a fact' : `is not an id of the type ${targets.join(' or ')}`,
      );
  },
  uncertainDate: () =>
    z
      .strictObject(
        {
          edtf: z.string('must be an EDTF date'),
          basis: z.enum(valuesOf(dateBasis), `is not one of ${valuesOf(dateBasis).join(', ')}`).optional(),
          note: line(maxLengths.text).optional(),
        },
        'must be a date: { edtf, basis, note }',
      )
      .transform((value, context) => {
        const parsed = parseUncertainDate(value.edtf);
        if (parsed.ok) return { ...value, edtf: parsed.date.edtf };
        context.addIssue({ code: 'custom', message: parsed.problem, path: ['edtf'] });
        return z.NEVER;
      }),
  name: () =>
    z.strictObject(
      {
        text: line(maxLengths.text),
        language: line(maxLengths.language).refine(
          (value) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
          'is not a BCP 47 language tag such as en, fa or sr-Latn',
        ),
      },
      'must be a name: { text, language }',
    ),
  point: () =>
    z.strictObject(
      {
        latitude: z.number('must be a number').min(-90, 'is below -90').max(90, 'is above 90'),
        longitude: z.number('must be a number').min(-180, 'is below -180').max(180, 'is above 180'),
      },
      'must be a point: { latitude, longitude }',
    ),
};

const absenceSchema = z.strictObject(
  { absent: z.enum(['UNKNOWN', 'NONE'], 'must be UNKNOWN or NONE') },
  'must be an absence: { absent }',
);

/**
 * Returns the zod schema of a field's value in an operation. Parsing normalizes the value: texts are trimmed and
 * converted to NFC, lists are put in the order of their value list, and dates are written in canonical EDTF. A field
 * that is not required may be `null`, which clears it, or an absence, which states why it is empty. Messages of
 * problems begin with a verb, so that callers can put the name of the field before them.
 */
export function valueSchema(field: Field): z.ZodType<FieldValue, unknown> {
  const value = kinds[field.kind](field);
  if (field.required) return value;
  const isAbsent = (input: unknown) => typeof input === 'object' && input !== null && 'absent' in input;
  return z.unknown().transform((input, context): FieldValue => {
    if (input === null) return null;
    const parsed = (isAbsent(input) ? absenceSchema : value).safeParse(input);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    return z.NEVER;
  });
}

function listOf(field: Field): [string, ...string[]] {
  const [first, ...rest] = field.list ? valuesOf(field.list) : [];
  if (first === undefined) throw new Error(`${field.label} has no value list`);
  return [first, ...rest];
}

function between(schema: z.ZodNumber, min: number | undefined, max: number | undefined): z.ZodType<number, unknown> {
  let limited = schema;
  if (min !== undefined) limited = limited.min(min, `is below ${min}`);
  if (max !== undefined) limited = limited.max(max, `is above ${max}`);
  return limited;
}

function isWebAddress(value: string): boolean {
  // `new URL` also accepts `http:host`, which other software does not.
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function hasLogin(value: string): boolean {
  if (!isWebAddress(value)) return false;
  const { username, password } = new URL(value);
  return username !== '' || password !== '';
}
