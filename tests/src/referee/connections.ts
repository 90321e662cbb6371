// Connections of facts and citations: filters and orders.
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
import { satisfiesFilter } from './filters.ts';
import type { RegisterNode } from './register-state.ts';
import { type Key, type PageArguments, pageOf } from './sorted-pages.ts';
import { columnOf, storedDate } from './values.ts';

/** The arguments of a connection of facts or citations. */
export interface ListArguments extends PageArguments {
  readonly filter?: unknown;
  readonly orderBy?: string | null;
}

/** Filters facts or citations of one type, sorts them, by default by id, and returns a page of them as a connection. */
export function pageOfNodes(
  type: TypeName,
  nodes: readonly RegisterNode[],
  { filter, orderBy, ...page }: ListArguments,
): unknown {
  const order = orderBy ?? 'ID_ASC';
  const name = order.replace(/_(ASC|DESC)$/, '');
  return pageOf(
    {
      rows: nodes.filter((node) => satisfiesFilter(node, filter)),
      order,
      descending: order.endsWith('_DESC'),
      keys: (node) => (name === 'ID' ? [String(node.row.id)] : [keyOf(type, name, node), String(node.row.id)]),
      node: (node) => node,
    },
    page,
  );
}

/** Returns the sort key of a node. Reads a carried date from the linked fact, not from the copy in the table. */
function keyOf(type: TypeName, order: string, { row, state }: RegisterNode): Key {
  for (const [name, field] of Object.entries(fieldsOf(type))) {
    if (upperSnake(name) !== order) continue;
    if (field.kind === 'uncertainDate') return storedDate(row, name)?.earliest ?? null;
    return (row[columnOf(name, field)] ?? null) as Key;
  }
  for (const [name, { through, field }] of Object.entries(typeOf(type).carriedKeys)) {
    if (upperSnake(name) !== order) continue;
    const carried = state.fact(row[`${snakeCase(through)}_id`]);
    const date = carried && storedDate(carried.row, field);
    const parsed = date && parseUncertainDate(date.edtf);
    return parsed?.ok ? parsed.date.earliest : null;
  }
  throw new Error(`${type} has no order ${order}`);
}

/** Returns the inverse link with this field name on the type of a fact, or `undefined` if the type has none. */
export function inverseLink({ __typename: type }: RegisterNode, name: string): InverseLink | undefined {
  return isFactType(type) ? inversesOf(type).find((inverse) => inverse.name === name) : undefined;
}

/** Returns the facts or citations that link to a fact by an inverse link. */
export function factsLinkedBy(node: RegisterNode, { type, through, name }: InverseLink): RegisterNode[] {
  if (type === 'Citation' && name === 'citations') return citationsOf(node);
  return node.state
    .all(type)
    .filter(({ row }) => through.some((field) => row[`${snakeCase(field)}_id`] === node.row.id));
}
