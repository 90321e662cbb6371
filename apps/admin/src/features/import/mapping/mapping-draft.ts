import { type FactTypeName, type Field, type FieldKind, fieldsOf, isFactField } from '@chancery/codebook';

/** The columns of a date: one with the format `date` or one of several, or three for year, month and day. */
export type DateDraft =
  | { readonly column: string; readonly date: string | readonly string[] }
  | { readonly year: string; readonly month: string; readonly day: string };

/** Where the value of a field comes from: one or more columns, or a constant. */
export type ValueDraft =
  | DateDraft
  | { readonly from: DateDraft; readonly to: DateDraft }
  | { readonly constant: string | number | boolean | readonly string[] }
  | { readonly column: string; readonly as: 'text' | 'number'; readonly or?: string }
  | {
      readonly column: string;
      readonly meanings: Readonly<Record<string, string | number | boolean>>;
      readonly separator?: string;
    }
  | { readonly column: string; readonly language: string; readonly or?: string }
  | { readonly latitude: string; readonly longitude: string };

/**
 * How the target of a link is found. `on` is the column of the date on which the target has the code or name, `orName`
 * the column of the name by which it is found if its code is not. A cell with a separator has several targets.
 */
export type LinkDraft =
  | {
      readonly code: string;
      readonly column: string;
      readonly on?: string | DateDraft;
      readonly orName?: string;
      readonly separator?: string;
    }
  | { readonly name: string; readonly on?: string | DateDraft; readonly separator?: string }
  | { readonly fact: string; readonly key: readonly string[] };

/** The mapping of one of the facts that a row describes. */
export interface FactDraft {
  readonly type: FactTypeName;
  readonly key: readonly string[];
  /** The column that is empty in rows without the fact; absent if every row has it. */
  readonly where?: string;
  /** True when several rows can describe the same fact. */
  readonly repeats?: boolean;
  readonly values: Readonly<Record<string, ValueDraft>>;
  readonly links: Readonly<Record<string, LinkDraft>>;
  readonly marks?: {
    readonly codes?: readonly { readonly scheme: string; readonly column: string; readonly on?: string | DateDraft }[];
    readonly names?: readonly string[];
  };
}

/** The bibliographic data, terms and grades of an editor's own table. */
export interface TableDetails {
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

/** A mapping that is being edited. It may be incomplete: the desk validates it. */
export interface MappingDraft extends TableDetails {
  readonly facts: Readonly<Record<string, FactDraft>>;
  /** The reasons why columns are not imported, by column. */
  readonly left: Readonly<Record<string, string>>;
  /** Texts that stand for an empty cell in every column, or in one column only. */
  readonly missing?: readonly string[];
  readonly missingIn?: Readonly<Record<string, readonly string[]>>;
}

/** Returns the mapping that an editor starts with for a file. It does not allow the publication of the facts. */
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

/**
 * Converts a text to the key of a source: at most 60 lower-case letters, digits and hyphens, beginning with a letter.
 * Returns `table` if the text has no such letters.
 */
export function keyFrom(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain.slice(0, 60) || 'table';
}

/**
 * Returns the mapping that an editor starts with for a fact: its required fields without columns, in their usual modes.
 */
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

/** How the value of a field is read from a row. */
export type ValueMode =
  | 'text'
  | 'number'
  | 'meanings'
  | 'constant'
  | 'date'
  | 'parts'
  | 'period'
  | 'language'
  | 'point';

const blankDate: DateDraft = { column: '', date: 'TYPED' };

/** The modes that each kind of field can have, the usual one first. */
export const valueModes: Readonly<Record<Exclude<FieldKind, 'link'>, readonly [ValueMode, ...ValueMode[]]>> = {
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

/** Returns the mode in which a value is read. */
export function modeOf(value: ValueDraft): ValueMode {
  if ('constant' in value) return 'constant';
  if ('latitude' in value) return 'point';
  if ('from' in value) return 'period';
  if ('year' in value) return 'parts';
  if ('date' in value) return 'date';
  if ('as' in value) return value.as;
  return 'meanings' in value ? 'meanings' : 'language';
}

/**
 * Returns the mapping that an editor starts with for the value of a field, by default in the usual mode of its kind.
 * @throws Error for a link field, which has a `LinkDraft`.
 */
export function blankValue(field: Field, mode: ValueMode | undefined = undefined): ValueDraft {
  if (field.kind === 'link') throw new Error('A link field has no value mapping. Use a LinkDraft.');
  switch (mode ?? valueModes[field.kind][0]) {
    case 'text':
      return { column: '', as: 'text' };
    case 'number':
      return { column: '', as: 'number' };
    case 'meanings':
      return { column: '', meanings: {}, ...(field.kind === 'manyOf' ? { separator: ';' } : {}) };
    case 'constant':
      return { constant: field.kind === 'boolean' ? true : field.kind === 'manyOf' ? [] : '' };
    case 'date':
      return blankDate;
    case 'parts':
      return { year: '', month: '', day: '' };
    case 'period':
      return { from: blankDate, to: blankDate };
    case 'language':
      return { column: '', language: 'en' };
    case 'point':
      return { latitude: '', longitude: '' };
  }
}

/** Returns the names of the columns that the facts of a mapping use. */
export function usedColumns({ facts }: MappingDraft): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { key, where, values, links, marks } of Object.values(facts)) {
    for (const column of [...key, where, ...(marks?.names ?? [])]) if (column) used.add(column);
    for (const { column, on } of marks?.codes ?? []) for (const name of [column, ...columnsOfOn(on)]) used.add(name);
    for (const value of Object.values(values)) for (const column of columnsOfValue(value)) used.add(column);
    for (const link of Object.values(links)) for (const column of columnsOfLink(link)) used.add(column);
  }
  used.delete('');
  return used;
}

function columnsOfValue(value: ValueDraft): string[] {
  if ('constant' in value) return [];
  if ('from' in value) return [value.from, value.to].flatMap(columnsOfValue);
  if ('latitude' in value) return [value.latitude, value.longitude];
  if ('year' in value) return [value.year, value.month, value.day];
  return 'or' in value && value.or ? [value.column, value.or] : [value.column];
}

function columnsOfLink(link: LinkDraft): readonly string[] {
  if ('fact' in link) return link.key;
  if ('name' in link) return [link.name, ...columnsOfOn(link.on)];
  // A saved mapping may have the same code in every row, and no column.
  return [...('column' in link ? [link.column] : []), link.orName ?? '', ...columnsOfOn(link.on)];
}

function columnsOfOn(on: string | DateDraft | undefined): readonly string[] {
  if (on === undefined) return [];
  return typeof on === 'string' ? [on] : columnsOfValue(on);
}

/**
 * Returns a mapping as the desk stores it: its facts are a list, because stored JSON keeps the order of a list but not
 * that of the properties of an object.
 */
export function toStoredMapping({ facts, ...mapping }: MappingDraft): object {
  return { ...mapping, facts: Object.entries(facts).map(([name, fact]) => ({ name, ...fact })) };
}

/**
 * Returns a saved mapping with its type; `undefined` if the value has no facts or no terms. Its facts are a list or, if
 * an earlier release saved it, an object by name.
 */
export function readSavedMapping(saved: unknown): MappingDraft | undefined {
  if (typeof saved !== 'object' || saved === null || !('facts' in saved) || !('licence' in saved)) return undefined;
  // The desk validated it when it was saved, and validates it again before it is used.
  if (!Array.isArray(saved.facts)) return saved as MappingDraft;
  const facts = (saved.facts as readonly (FactDraft & { readonly name: string })[]).map(
    ({ name, ...fact }) => [name, fact] as const,
  );
  return { ...saved, facts: Object.fromEntries(facts) } as MappingDraft;
}

/**
 * Reads the texts that stand for an empty cell from one line, separated by commas. `column=text` is a text of one of
 * `columns` only.
 */
export function readMissing(
  line: string,
  columns: readonly string[],
): Required<Pick<MappingDraft, 'missing' | 'missingIn'>> {
  const missing: string[] = [];
  const missingIn = new Map<string, string[]>();
  for (const text of line.split(',').map((part) => part.trim())) {
    const column = columns.find((name) => text.startsWith(`${name}=`));
    const value = column === undefined ? text : text.slice(column.length + 1).trim();
    if (value === '') continue;
    if (column === undefined) missing.push(value);
    else missingIn.set(column, [...(missingIn.get(column) ?? []), value]);
  }
  return { missing, missingIn: Object.fromEntries(missingIn) };
}

/** Writes the texts that stand for an empty cell as `readMissing` reads them. */
export function missingLine({ missing = [], missingIn = {} }: MappingDraft): string {
  const inColumns = Object.entries(missingIn).flatMap(([column, texts]) => texts.map((text) => `${column}=${text}`));
  return [...missing, ...inColumns].join(', ');
}
