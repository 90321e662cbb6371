// Connections of facts and citations: which rows, filtered, in which order.
import {
  fieldsOf,
  type InverseLink,
  inversesOf,
  isFactType,
  parseUncertainDate,
  snakeCase,
  type TypeName,
  typeOf,
  upperSnake,
} from '@chancery/codebook';
import { citationsOf } from './fact-citations.ts';
import { fulfils } from './filters.ts';
import type { Thing } from './register-state.ts';
import { type Key, type PageArguments, pageOf } from './sorted-pages.ts';
import { columnOf, storedDate } from './values.ts';

/** What a connection of facts or citations is asked. */
export interface ListArguments extends PageArguments {
  readonly filter?: unknown;
  readonly orderBy?: string | null;
}

/** A page of things of a type. */
export function list(type: TypeName, things: readonly Thing[], { filter, orderBy, ...page }: ListArguments): unknown {
  const order = orderBy ?? 'ID_ASC';
  const name = order.replace(/_(ASC|DESC)$/, '');
  return pageOf(
    {
      rows: things.filter((thing) => fulfils(thing, filter)),
      order,
      descending: order.endsWith('_DESC'),
      keys: (thing) => (name === 'ID' ? [String(thing.row.id)] : [keyOf(type, name, thing), String(thing.row.id)]),
      node: (thing) => thing,
    },
    page,
  );
}

/** By what a thing sorts in an order. Copies of sort keys are not trusted: the fact that has the date is asked. */
function keyOf(type: TypeName, order: string, { row, state }: Thing): Key {
  for (const [name, field] of Object.entries(fieldsOf(type))) {
    if (upperSnake(name) !== order) continue;
    if (field.kind === 'uncertainDate') return storedDate(row, name)?.earliest ?? null;
    return (row[columnOf(name, field)] ?? null) as Key;
  }
  for (const [name, { through, field }] of Object.entries(typeOf(type).carries)) {
    if (upperSnake(name) !== order) continue;
    const carried = state.fact(row[`${snakeCase(through)}_id`]);
    const date = carried && storedDate(carried.row, field);
    const parsed = date && parseUncertainDate(date.edtf);
    return parsed?.ok ? parsed.date.earliest : null;
  }
  throw new Error(`${type} has no order ${order}`);
}

/** The way back of a fact under a name. */
export function wayBack({ __typename: type }: Thing, name: string): InverseLink | undefined {
  return isFactType(type) ? inversesOf(type).find((inverse) => inverse.name === name) : undefined;
}

/** The things that point at a fact by a way back. */
export function pointingAt(thing: Thing, { type, through, name }: InverseLink): Thing[] {
  if (type === 'Citation' && name === 'citations') return citationsOf(thing);
  return thing.state
    .all(type)
    .filter(({ row }) => through.some((field) => row[`${snakeCase(field)}_id`] === thing.row.id));
}
