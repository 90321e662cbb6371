import {
  columnsOf,
  type Field,
  type FieldKind,
  fieldsOf,
  isFactField,
  parseUncertainDate,
  snakeCase,
  type TypeName,
  wordsOf,
} from '@chancery/codebook';
import type { RegisterNode } from './register-state.ts';
import { attestedUntil, readingOn } from './spells.ts';
import type { Row } from './stored.ts';

/** The columns of an uncertain date. */
export interface StoredDate {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: string | null;
  readonly note: string | null;
}

/** Returns the name of the first column of a field, which is NULL exactly if the field is empty. */
export function columnOf(name: string, field: Field): string {
  return columnsOf(name, field)[0]?.name ?? name;
}

/** Returns the date that a row has in a field, or null if the field is empty. */
export function storedDate(row: Row, name: string): StoredDate | null {
  const part = (suffix: string) => (row[`${snakeCase(name)}_${suffix}`] ?? null) as string | null;
  const edtf = part('edtf');
  return edtf === null
    ? null
    : { edtf, earliest: part('earliest'), latest: part('latest'), basis: part('basis'), note: part('note') };
}

const day = (bound: string | null) => (bound === null || bound.endsWith('infinity') ? null : bound);
const boundKind = (bound: string | null) => (bound === null ? 'UNKNOWN' : day(bound) === null ? 'OPEN' : 'KNOWN');

function uncertainDate(row: Row, name: string, { __typename, state }: RegisterNode): unknown {
  const type = __typename as TypeName;
  const date = storedDate(row, name);
  if (date === null) return null;
  const parsed = parseUncertainDate(date.edtf);
  if (!parsed.ok) throw new Error(`the stored text ${date.edtf} is not a date`);
  return {
    edtf: date.edtf,
    earliest: day(date.earliest),
    latest: day(date.latest),
    earliestBound: boundKind(date.earliest),
    latestBound: boundKind(date.latest),
    precision: parsed.date.precision,
    words: wordsOf(date.edtf, (date.basis ?? undefined) as Parameters<typeof wordsOf>[1]),
    basis: date.basis,
    note: date.note,
    attestedUntil: attestedUntil(type, name, row),
    reading: ({ on }: { on?: string | null }) =>
      fieldsOf(type)[name]?.spell ? readingOn(type, name, row, on ?? state.day) : null,
  };
}

/** Returns a value that is stored in two columns, or null if they are NULL. Either both are set or both are NULL. */
function pair(row: Row, name: string, one: string, other: string): unknown {
  const value = row[`${snakeCase(name)}_${one}`] ?? null;
  return value === null ? null : { [one]: value, [other]: row[`${snakeCase(name)}_${other}`] };
}

type Output = (row: Row, name: string, node: RegisterNode) => unknown;
const plain: Output = (row, name) => row[snakeCase(name)] ?? null;

const outputs: Record<FieldKind, Output> = {
  text: plain,
  longText: plain,
  integer: plain,
  number: plain,
  boolean: plain,
  oneOf: plain,
  manyOf: plain,
  code: plain,
  url: plain,
  uncertainDate,
  name: (row, name) => pair(row, name, 'text', 'language'),
  point: (row, name) => pair(row, name, 'latitude', 'longitude'),
  link: (row, name, { state }) => {
    const id = row[`${snakeCase(name)}_id`] ?? null;
    return id === null ? null : state.fact(id);
  },
};

/** Returns the value of a codebook field as the API outputs it, or `undefined` if the type has no such field. */
export function fieldValue(node: RegisterNode, name: string): unknown {
  const type = node.__typename as TypeName;
  const field = fieldsOf(type)[name];
  if (!field) return undefined;
  const row = type !== 'Citation' && isFactField(name) ? node.fact : node.row;
  return outputs[field.kind](row, name, node);
}
