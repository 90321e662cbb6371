import { columnsShown, type Field, ordersOf, type TypeName, upperSnake, usualOrder } from '@chancery/codebook';
import { every, first, type SearchParameters, viewOf } from '../../addresses/view.ts';
import type { ListVariables } from '../../doors/screens.ts';
import { type ActiveFilter, activeFilters, filterArgument } from './filters.ts';

const rowsOfPage = 50;

/** What an address asks of a list. */
export interface ListQuery {
  readonly filters: readonly ActiveFilter[];
  readonly orderBy: string;
  readonly columns: readonly (readonly [name: string, field: Field])[];
  readonly hidden: readonly string[];
  readonly variables: ListVariables;
}

/** Reads what an address asks of the list of a type: filters, order, columns, and the place in the list. */
export function listQuery(type: TypeName, parameters: SearchParameters): ListQuery {
  const filters = activeFilters(type, parameters, viewOf(parameters));
  const orderBy = orderOf(type, first(parameters.orderBy));
  const hidden = every(parameters.hide);
  const filter = filterArgument(filters);
  const before = first(parameters.before);
  const after = first(parameters.after);
  const paging = before ? { last: rowsOfPage, before } : { first: rowsOfPage, ...(after ? { after } : {}) };
  return {
    ...{ filters, orderBy, hidden },
    columns: columnsShown(type).filter(([name]) => !hidden.includes(name)),
    variables: { ...(filter ? { filter } : {}), orderBy, ...paging },
  };
}

function orderOf(type: TypeName, asked: string | undefined): string {
  const known = ordersOf(type, 'public').flatMap(({ name }) => [`${name}_ASC`, `${name}_DESC`]);
  return asked && known.includes(asked) ? asked : usualOrder(type);
}

/** The order of a column by its field, with what the next press on its heading asks for; undefined where it has none. */
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
