// Random valid values for every kind of field, including unusual ones.
import {
  type Field,
  type FieldKind,
  type FieldValue,
  fieldsOf,
  type KindValues,
  parseUncertainDate,
  type TypeName,
  type UncertainDateValue,
  type Values,
  valuesOf,
} from '@chancery/codebook';
import type { Random } from './random.ts';

/** Returns the id that a link field targets, or `undefined` if there is none. */
export type ChooseTarget = (name: string, field: Field) => string | undefined;

// Scripts, accents, characters that fold unusually (ß, İ, ﬁ), characters special in LIKE and JSON, direction marks, a
// joined emoji.
const words =
  'Tehrān Иран 中国 İstanbul Straße ﬁnal Ångström Čapek فارس O’Brien "quoted" 100% snake_case back\\slash {brace} naïve Łódź 👩‍👧‍👦 50½ ‏ישראל ÆØÅ łokieć treaty Treaty of the and sanctions Russia Iran exercise <b> \u2028 a\u0301nchor'.split(
    ' ',
  );

/** Returns a line of text of at most `maxWords` words. */
export function sampleText(random: Random, maxWords = 5): string {
  const text = Array.from({ length: random.between(1, maxWords) }, () => random.pick(words)).join(' ');
  return text.normalize('NFC').trim() || 'treaty';
}

const year = (random: Random) => String(random.chance(0.9) ? random.between(1995, 2027) : random.between(1, 9999));
const twoDigits = (number: number) => String(number).padStart(2, '0');
const mark = (random: Random) => random.pick(['', '', '', '?', '~', '%']);

const points: readonly ((random: Random) => string)[] = [
  (random) => year(random).padStart(4, '0') + mark(random),
  (random) => `${year(random).padStart(4, '0')}-${twoDigits(random.between(1, 12))}${mark(random)}`,
  (random) =>
    `${year(random).padStart(4, '0')}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}${mark(random)}`,
  (random) => `${random.between(1995, 2027)}?-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`,
  (random) => `${random.between(1995, 2027)}-${random.between(21, 41)}${mark(random)}`,
  (random) => random.pick(['201X', '19XX', '2XXX', '20X9', '199~']),
  (random) => random.pick(['2019-XX', '2019-XX-XX', '2019-07-XX', '2019-05-1X', '201X-05-12', '201X-02-29']),
];

const unstated = ['XXXX', 'XXXX-12-25', 'XXXX-XX-XX', 'XXXX-21'];
const long = ['1950S2', '1950S3', 'Y2E3', 'Y19E2S2'];

function interval(random: Random): string {
  const [from, to] = [random.pick(points)(random), random.pick(points)(random)];
  return random.pick([
    `${from}/..`,
    `${from}/..`,
    `${from}/`,
    `../${to}`,
    `/${to}`,
    `${from}/${to}`,
    '../..',
    '/..',
    '../',
  ]);
}

function set(random: Random): string {
  const first = random.between(1995, 2024);
  const members = [first, first + random.between(1, 3)];
  return random.pick([
    `[${members.join(',')}]`,
    `{${members.join('..')}}`,
    `[..${first}]`,
    `[${first}..]`,
    `{${members.join(',')}}`,
    `[${first}?,${first + 1}-05]`,
  ]);
}

/** Returns an EDTF date of any form that the register accepts, including open, unknown and unstated ones. */
export function sampleEdtf(random: Random): string {
  for (;;) {
    const form = random.float();
    const text =
      form < 0.55
        ? random.pick(points)(random)
        : form < 0.85
          ? interval(random)
          : form < 0.93
            ? set(random)
            : random.pick(random.chance(0.6) ? unstated : long);
    const parsed = parseUncertainDate(text);
    if (parsed.ok) return parsed.date.edtf;
  }
}

function sampleDate(random: Random): UncertainDateValue {
  return {
    edtf: sampleEdtf(random),
    ...(random.chance(0.5) ? { basis: random.pick(['STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'] as const) } : {}),
    ...(random.chance(0.2) ? { note: sampleText(random) } : {}),
  };
}

// Samples for code fields; the ones that match the pattern of the field are used.
const codes = [
  ...['076', '0311', '042', '1054', '190', '02', '203', '15'],
  ...['en', 'fa', 'sr-Latn', 'zh-Hant'],
  ...['endorses', 'refusesTransfer', 'validity', 'name'],
  ...['A/RES/68/262', '10.1000/182', '10.1093/pan/mpr023', 'Q794', 'RUS', 'IRN', 'CHN'],
  ...['0f'.repeat(32), 'a9'.repeat(32)],
];

const language = (random: Random) => random.pick(['en', 'fa', 'ru', 'sr-Latn', 'zh-Hant-TW']);

const samples: { readonly [Kind in Exclude<FieldKind, 'link'>]: (random: Random, field: Field) => KindValues[Kind] } = {
  text: (random) => sampleText(random),
  longText: (random) => Array.from({ length: random.between(1, 3) }, () => sampleText(random)).join('\n\t'),
  integer: (random, { min = -50, max = 400 }) => random.between(min, Math.min(max, min + 400)),
  number: (random, { min = -1_000, max = 1_000 }) => Math.round((min + random.float() * (max - min)) * 100) / 100,
  boolean: (random) => random.chance(0.5),
  uncertainDate: sampleDate,
  oneOf: (random, { list }) => random.pick(list ? valuesOf(list) : []),
  manyOf: (random, { list }) => {
    const all = list ? valuesOf(list) : [];
    const chosen = random.sample(all, random.between(1, 3));
    return all.filter((value) => chosen.includes(value));
  },
  code: (random, { pattern }) => random.pick(pattern ? codes.filter((code) => pattern.test(code)) : codes),
  url: (random) => random.pick(['https://example.org/a', 'http://example.org/?q=%20&x="y"', 'https://пример.рф/']),
  name: (random) => ({ text: sampleText(random, 3), language: language(random) }),
  point: (random) => ({
    latitude: random.pick([0, -90, 90, 35.689197, Math.round(random.float() * 9e6) / 1e5]),
    longitude: random.pick([0, -180, 51.388974, -Math.round(random.float() * 18e6) / 1e5]),
  }),
};

/**
 * Returns a random value of a field.
 * @throws Error for a link field, whose target only the caller can choose.
 */
export function sampleValue(random: Random, field: Field): FieldValue {
  if (field.kind === 'link') throw new Error('sampleValue does not support links; the caller must choose the target');
  return samples[field.kind](random, field);
}

/**
 * Returns random values of a type: all required fields, and a share of the optional ones, some of them stated as
 * absent. Returns `undefined` if a required link has no target.
 */
export function sampleValues(
  random: Random,
  type: TypeName,
  target: ChooseTarget,
  { filled = 0.65 } = {},
): Values | undefined {
  const values: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(fieldsOf(type))) {
    if (!field.required && !random.chance(filled)) continue;
    if (name === 'evidenceStatus' && random.chance(0.5)) continue;
    if (!field.required && type !== 'Citation' && random.chance(0.08)) {
      values[name] = { absent: random.pick(['UNKNOWN', 'NONE'] as const) };
      continue;
    }
    const value = field.kind === 'link' ? target(name, field) : sampleValue(random, field);
    if (value !== undefined) values[name] = value;
    else if (field.required) return undefined;
  }
  return values;
}
