import { defaultOrder, type Field, listColumns, ordersOf, type TypeName, upperSnake } from '@chancery/codebook';
import { firstValue, nonEmptyValues, type SearchParameters, viewOf } from '../../addresses/view.ts';
import type { ListVariables } from '../../endpoints/screens.ts';
import { type ActiveFilter, activeFilters, filterArgument } from './filters.ts';

const pageSize = 50;

/** The filters, order and columns of a list, and the variables of its query, which also select the page. */
export interface ListQuery {
  readonly filters: readonly ActiveFilter[];
  readonly orderBy: string;
  readonly columns: readonly (readonly [name: string, field: Field])[];
  readonly hidden: readonly string[];
  readonly variables: ListVariables;
}

/** Reads the filters, order, columns and page of a list from search parameters. Leaves out what `listProblems` finds wrong. */
export function listQuery(type: TypeName, parameters: SearchParameters): ListQuery {
  const filters = activeFilters(type, parameters, viewOf(parameters));
  const orderBy = orderOf(type, firstValue(parameters.orderBy));
  const hidden = nonEmptyValues(parameters.hide);
  const filter = filterArgument(filters);
  const before = firstValue(parameters.before);
  const after = firstValue(parameters.after);
  const paging = before ? { last: pageSize, before } : { first: pageSize, ...(after ? { after } : {}) };
  return {
    ...{ filters, orderBy, hidden },
    columns: listColumns(type).filter(([name]) => !hidden.includes(name)),
    variables: { ...(filter ? { filter } : {}), orderBy, ...paging },
  };
}

function orderOf(type: TypeName, requested: string | undefined): string {
  return requested && publicOrders(type).includes(requested) ? requested : defaultOrder(type);
}

/** Returns the orders of the public list of a type, such as `NAME_ASC`. */
export function publicOrders(type: TypeName): string[] {
  return ordersOf(type, 'public').flatMap(({ name }) => [`${name}_ASC`, `${name}_DESC`]);
}

/**
 * Returns how a column is sorted (undefined if the list is sorted by another one) and the order after a click on its
 * heading. Returns undefined if the list cannot be sorted by the column.
 */
export function columnOrder(type: TypeName, field: string, orderBy: string) {
  const name = upperSnake(field);
  if (!ordersOf(type, 'public').some((order) => order.name === name)) return undefined;
  const sorted =
    orderBy === `${name}_ASC`
      ? ('ascending' as const)
      : orderBy === `${name}_DESC`
        ? ('descending' as const)
        : undefined;
  return { sorted, next: sorted === 'ascending' ? `${name}_DESC` : `${name}_ASC` };
}
