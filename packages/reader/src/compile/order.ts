import { carriedColumn, fieldsOf, prefixOf, sortColumnOf, type TypeName, typeOf, upperSnake } from '@chancery/codebook';
import type { KeyKind } from './cursor.ts';

/** A value by which the rows of a page are sorted. `sql` returns its SQL for a table alias. */
export interface SortKey {
  readonly sql: (alias: string) => string;
  readonly kind: KeyKind;
  readonly nullable: boolean;
  /** The prefix of the ids of the rows, if the key is their id. */
  readonly prefix?: string;
}

/** The order of a page. Only the first key may be nullable; all keys together are unique. */
export interface Order {
  readonly name: string;
  readonly keys: readonly SortKey[];
  readonly descending: boolean;
}

const column = (name: string, kind: KeyKind, nullable: boolean): SortKey => ({
  sql: (alias) => `${alias}."${name}"`,
  kind,
  nullable,
});
const byIdOf = (type: TypeName): SortKey => ({ ...column('id', 'text', false), prefix: `${prefixOf(type)}_` });

const kinds: Record<string, KeyKind> = {
  text: 'text',
  integer: 'integer',
  'double precision': 'number',
  boolean: 'boolean',
  date: 'date',
};

/** Returns the order for a value of a type's order enum, such as `NAME_DESC`. The id is its last key. */
export function orderOf(type: TypeName, value: string): Order {
  const order = orders.get(`${type}.${value}`) ?? makeOrder(type, value);
  orders.set(`${type}.${value}`, order);
  return order;
}

const orders = new Map<string, Order>();

function makeOrder(type: TypeName, value: string): Order {
  const descending = value.endsWith('_DESC');
  const name = value.slice(0, value.lastIndexOf('_'));
  const byId = byIdOf(type);
  return { name: value, descending, keys: name === 'ID' ? [byId] : [keyOf(type, name), byId] };
}

function keyOf(type: TypeName, name: string): SortKey {
  for (const [field, definition] of Object.entries(fieldsOf(type))) {
    if (upperSnake(field) !== name) continue;
    const sortColumn = sortColumnOf(field, definition);
    // The earliest bound of a required date may still be unknown.
    return column(
      sortColumn.name,
      kinds[sortColumn.sqlType] ?? 'text',
      !definition.required || definition.kind === 'uncertainDate',
    );
  }
  for (const carried of Object.keys(typeOf(type).carriedKeys)) {
    if (upperSnake(carried) === name) return column(carriedColumn(carried).name, 'date', true);
  }
  throw new Error(`${type} has no order ${name}`);
}
