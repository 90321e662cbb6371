import { type FactTypeName, type Field, type FieldKind, fieldsOf, isFactField } from '@chancery/codebook';

/** From where a date is taken. */
export type DateDraft =
  | { readonly column: string; readonly date: string }
  | { readonly year: string; readonly month: string; readonly day: string };

/** From where the value of a field is taken. */
export type ValueDraft =
  | DateDraft
  | { readonly from: DateDraft; readonly to: DateDraft }
  | { readonly constant: string | number | boolean | readonly string[] }
  | { readonly column: string; readonly as: 'text' | 'number' }
  | {
      readonly column: string;
      readonly meanings: Readonly<Record<string, string | number | boolean>>;
      readonly separator?: string;
    }
  | { readonly column: string; readonly language: string }
  | { readonly latitude: string; readonly longitude: string };

/** By what the fact is known that a link leads to. */
export type LinkDraft =
  | { readonly code: string; readonly column: string; readonly on?: string }
  | { readonly name: string; readonly on?: string }
  | { readonly fact: string; readonly key: readonly string[] };

/** A fact that each row tells of. */
export interface FactDraft {
  readonly type: FactTypeName;
  readonly key: readonly string[];
  readonly where?: string;
  readonly repeats?: boolean;
  readonly values: Readonly<Record<string, ValueDraft>>;
  readonly links: Readonly<Record<string, LinkDraft>>;
  readonly marks?: {
    readonly codes?: readonly { readonly scheme: string; readonly column: string; readonly on?: string }[];
    readonly names?: readonly string[];
  };
}

/** What a table is, and on what terms. */
export interface AboutDraft {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly version: string;
  readonly citation: string;
  readonly licence: { readonly terms: string; readonly republish: boolean };
  readonly coverage: string;
  readonly grade: { readonly reliability: string; readonly credibility: number };
  readonly file: string;
}

/** What the columns of a table mean, as it is being said. Whether it holds is for the desk to judge. */
export interface MappingDraft extends AboutDraft {
  readonly facts: Readonly<Record<string, FactDraft>>;
  readonly left: Readonly<Record<string, string>>;
}

/** A mapping of which nothing is said yet. Nothing is shown to everybody unless somebody says that it may be. */
export function blankMapping(file: string): MappingDraft {
  return {
    key: keyFrom(file.replace(/\.(csv|tsv|txt)(\.gz)?$/i, '')),
    title: '',
    publisher: '',
    version: '1',
    citation: '',
    licence: { terms: '', republish: false },
    coverage: '',
    grade: { reliability: 'F', credibility: 6 },
    file,
    facts: { first: blankFact('State') },
    left: {},
  };
}

/** A name of a source in small letters, digits and hyphens. */
export function keyFrom(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain.slice(0, 60) || 'table';
}

/** A fact of a type of which only its required fields are named, each taken as fields of its kind mostly are. */
export function blankFact(type: FactTypeName): FactDraft {
  const required = Object.entries(fieldsOf(type)).filter(([name, field]) => field.required && !isFactField(name));
  return {
    type,
    key: [],
    values: Object.fromEntries(
      required.filter(([, { kind }]) => kind !== 'link').map(([name, field]) => [name, blankValue(field)]),
    ),
    links: Object.fromEntries(
      required.filter(([, { kind }]) => kind === 'link').map(([name]) => [name, { name: '' } as LinkDraft]),
    ),
  };
}

/** The ways in which the value of a field can be taken from a row. */
export type Way = 'text' | 'number' | 'meanings' | 'constant' | 'date' | 'parts' | 'period' | 'language' | 'point';

const date: DateDraft = { column: '', date: 'EDTF' };

/** Of each kind, the ways in which a value of it can be taken, the usual one first. */
export const waysOf: Readonly<Record<Exclude<FieldKind, 'link'>, readonly [Way, ...Way[]]>> = {
  text: ['text', 'meanings', 'constant'],
  longText: ['text', 'constant'],
  code: ['text', 'meanings', 'constant'],
  url: ['text', 'constant'],
  integer: ['number', 'constant'],
  number: ['number', 'constant'],
  boolean: ['meanings', 'constant'],
  oneOf: ['meanings', 'text', 'constant'],
  manyOf: ['meanings', 'constant'],
  uncertainDate: ['date', 'parts', 'period'],
  name: ['language'],
  point: ['point'],
};

/** What each way is called. */
export const wayWords: Readonly<Record<Way, string>> = {
  text: 'as it stands in',
  number: 'as a number in',
  meanings: 'by what it means in',
  constant: 'the same in every row',
  date: 'as a date in',
  parts: 'as year, month and day in',
  period: 'from and to',
  language: 'as a name in',
  point: 'as latitude and longitude in',
};

/** The way in which a value is taken. */
export function wayOf(value: ValueDraft): Way {
  if ('constant' in value) return 'constant';
  if ('latitude' in value) return 'point';
  if ('from' in value) return 'period';
  if ('year' in value) return 'parts';
  if ('date' in value) return 'date';
  if ('as' in value) return value.as;
  return 'meanings' in value ? 'meanings' : 'language';
}

/** A value that is taken in a way, of which nothing else is said yet. */
export function blankValue(field: Field, way: Way | undefined = undefined): ValueDraft {
  if (field.kind === 'link') throw new Error('a link is taken otherwise');
  switch (way ?? waysOf[field.kind][0]) {
    case 'text':
      return { column: '', as: 'text' };
    case 'number':
      return { column: '', as: 'number' };
    case 'meanings':
      return { column: '', meanings: {}, ...(field.kind === 'manyOf' ? { separator: ';' } : {}) };
    case 'constant':
      return { constant: field.kind === 'boolean' ? true : field.kind === 'manyOf' ? [] : '' };
    case 'date':
      return date;
    case 'parts':
      return { year: '', month: '', day: '' };
    case 'period':
      return { from: date, to: date };
    case 'language':
      return { column: '', language: 'en' };
    case 'point':
      return { latitude: '', longitude: '' };
  }
}

/** The columns that a mapping takes something from. */
export function columnsTaken({ facts }: MappingDraft): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { key, where, values, links, marks } of Object.values(facts)) {
    for (const column of [...key, where, ...(marks?.names ?? [])]) if (column) taken.add(column);
    for (const { column, on } of marks?.codes ?? []) for (const each of [column, on]) if (each) taken.add(each);
    for (const value of Object.values(values)) for (const column of columnsOfValue(value)) taken.add(column);
    for (const link of Object.values(links)) for (const column of columnsOfLink(link)) taken.add(column);
  }
  taken.delete('');
  return taken;
}

function columnsOfValue(value: ValueDraft): string[] {
  if ('constant' in value) return [];
  if ('from' in value) return [value.from, value.to].flatMap(columnsOfValue);
  if ('latitude' in value) return [value.latitude, value.longitude];
  return 'year' in value ? [value.year, value.month, value.day] : [value.column];
}

function columnsOfLink(link: LinkDraft): readonly string[] {
  if ('fact' in link) return link.key;
  return ['code' in link ? link.column : link.name, link.on ?? ''];
}

/** Reads a mapping as it was kept; `undefined` where it is none. */
export function draftOf(kept: unknown): MappingDraft | undefined {
  if (typeof kept !== 'object' || kept === null || !('facts' in kept) || !('licence' in kept)) return undefined;
  // The desk has judged it when it was kept, and judges it again before it is used.
  return kept as MappingDraft;
}
