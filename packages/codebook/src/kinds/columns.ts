import { fieldsOf, isFactField, type TypeName, typeOf } from '../codebook.ts';
import type { Field } from '../field.ts';
import { parseUncertainDate } from '../uncertain-date/index.ts';
import type { FieldKind } from './field-kind.ts';
import { type FieldValue, isAbsence, type KindValues, type UncertainDateValue, type Values } from './values.ts';

/** A database column that stores a field or a part of it. `part` is empty for kinds with one column. */
export interface Column {
  readonly name: string;
  readonly sqlType: 'text' | 'integer' | 'double precision' | 'boolean' | 'date' | 'text[]';
  readonly part: string;
}

/** A database row as JSON. Dates are ISO strings, `infinity` or `-infinity`. */
export type StoredRow = Readonly<Record<string, unknown>>;

interface Storage<Kind extends FieldKind> {
  readonly columns: readonly (readonly [suffix: string, sqlType: Column['sqlType']])[];
  /** Splits a value into its parts, in the order of the columns. The parts of a date end with its inner bounds. */
  readonly parts: (value: KindValues[Kind]) => readonly unknown[];
  /** Builds the value from its parts, or `null` if the field is empty. */
  readonly value: (parts: readonly unknown[]) => KindValues[Kind] | null;
}

const single = <Kind extends FieldKind>(sqlType: Column['sqlType'], suffix = ''): Storage<Kind> => ({
  columns: [[suffix, sqlType]],
  parts: (value) => [value],
  value: ([part]) => (part ?? null) as KindValues[Kind] | null,
});

const storage: { readonly [Kind in FieldKind]: Storage<Kind> } = {
  text: single('text'),
  longText: single('text'),
  code: single('text'),
  url: single('text'),
  integer: single('integer'),
  number: single('double precision'),
  boolean: single('boolean'),
  oneOf: single('text'),
  manyOf: single('text[]'),
  link: single('text', '_id'),
  uncertainDate: {
    columns: [
      ['_edtf', 'text'],
      ['_earliest', 'date'],
      ['_latest', 'date'],
      ['_basis', 'text'],
      ['_note', 'text'],
    ],
    parts: (value) => {
      const parsed = parseUncertainDate(value.edtf);
      if (!parsed.ok) throw new Error(`${value.edtf}: ${parsed.problem}`);
      const { edtf, earliest, latest, startLatest, endEarliest } = parsed.date;
      return [edtf, earliest, latest, value.basis ?? null, value.note ?? null, startLatest, endEarliest];
    },
    value: ([edtf, , , basis, note]) => {
      if (edtf === null || edtf === undefined) return null;
      return { edtf, ...(basis ? { basis } : {}), ...(note ? { note } : {}) } as UncertainDateValue;
    },
  },
  name: {
    columns: [
      ['_text', 'text'],
      ['_language', 'text'],
    ],
    parts: (value) => [value.text, value.language],
    value: ([text, language]) => (typeof text === 'string' && typeof language === 'string' ? { text, language } : null),
  },
  point: {
    columns: [
      ['_latitude', 'double precision'],
      ['_longitude', 'double precision'],
    ],
    parts: (value) => [value.latitude, value.longitude],
    value: ([latitude, longitude]) =>
      typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null,
  },
};

/** Converts lowerCamelCase or PascalCase to snake_case. */
export function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&').toLowerCase();
}

/** Returns the table name of a type, without the schema. */
export function tableOf(type: TypeName): string {
  return snakeCase(typeOf(type).name);
}

/**
 * The inner bounds, stored for spells only: the last day on which a spell may start and the first on which it may end.
 */
const innerBounds: Storage<FieldKind>['columns'] = [
  ['_start_latest', 'date'],
  ['_end_earliest', 'date'],
];

/** Returns the columns that store a field. A spell has two more than other dates, for its inner bounds. */
export function columnsOf(name: string, field: Field): Column[] {
  const columns = [...storage[field.kind].columns, ...(field.spell ? innerBounds : [])];
  return columns.map(([suffix, sqlType]) => ({
    name: snakeCase(name) + suffix,
    sqlType,
    part: suffix.slice(1),
  }));
}

/**
 * Returns the column that a sortable field sorts by: the earliest bound of a date, or the first column of any other
 * kind.
 */
export function sortColumnOf(name: string, field: Field): Column {
  const columns = columnsOf(name, field);
  const column = field.kind === 'uncertainDate' ? columns[1] : columns[0];
  if (!column) throw new Error(`${name} has no column`);
  return column;
}

/** Returns the column for the copy of a sort key. `name` is the name of the order; see {@link CarriedKey}. */
export function carriedColumn(name: string): Column {
  return { name: `${snakeCase(name)}_earliest`, sqlType: 'date', part: 'earliest' };
}

/**
 * Returns the column for the last day on which a source shows that the lapsing spell `name` held. The merge writes the
 * column.
 */
export function attestedColumn(name: string): Column {
  return { name: `${snakeCase(name)}_attested_until`, sqlType: 'date', part: 'attested_until' };
}

/** Returns the spells of a type that may lapse, by field name. */
export function lapsingSpells(type: TypeName): [name: string, field: Field][] {
  return Object.entries(typeOf(type).fields).filter(([, { spell }]) => spell === 'LAPSES');
}

/**
 * Returns the values of the columns of a field, by column name. All are null for an absence and for `null`.
 * @throws Error if the value is a date that is not valid EDTF
 */
export function toColumns(name: string, field: Field, value: FieldValue): Record<string, unknown> {
  const empty = value === null || isAbsence(value);
  // The value was parsed for this kind of field; TypeScript cannot infer this through the table of kinds.
  const parts = empty ? [] : (storage[field.kind] as Storage<FieldKind>).parts(value);
  return Object.fromEntries(columnsOf(name, field).map((column, index) => [column.name, parts[index] ?? null]));
}

/**
 * Returns the value of a field in a row; null if the field is empty. A row has no absences; see {@link valuesFromRows}.
 */
export function fromColumns(name: string, field: Field, row: StoredRow): FieldValue {
  return storage[field.kind].value(columnsOf(name, field).map((column) => row[column.name]));
}

/**
 * Returns the values of a fact or citation by field name, from its row and, for a fact, its row in the identity table,
 * which holds the common fields and the absences. Leaves out fields that are empty without a stated absence.
 */
export function valuesFromRows(type: TypeName, row: StoredRow, factRow: StoredRow = {}): Values {
  const absences = (factRow.absences ?? {}) as Readonly<Record<string, 'UNKNOWN' | 'NONE'>>;
  const values: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(fieldsOf(type))) {
    const absent = absences[name];
    const value = absent
      ? { absent }
      : fromColumns(name, field, type !== 'Citation' && isFactField(name) ? factRow : row);
    if (value !== null) values[name] = value;
  }
  return values;
}
