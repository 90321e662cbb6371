import { defaultOrder, type FactTypeName, labelFields, listColumns, typeOf, upperSnake } from '@chancery/codebook';
import { firstValue, type SearchParameters } from '../../addresses/view.ts';
import type { ListVariables } from '../../endpoints/screens.ts';

/** The number of facts per page. */
const pageSize = 50;

/** A field by which a list can be filtered, with the values of its value list. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** True when the field holds several values. */
  readonly isList: boolean;
}

/**
 * Returns the name of the field by which facts of a type are searched: the first filterable text field of their label.
 * Returns `undefined` if there is none.
 */
export function searchedField(type: FactTypeName): string | undefined {
  return labelFields(type).find(({ field }) => field.kind === 'text' && field.filterable)?.name;
}

/** Returns the filterable fields of a type that have a value list. */
export function facetsOf(type: FactTypeName): Facet[] {
  return Object.entries(typeOf(type).fields).flatMap(([name, { kind, list, label, filterable }]) =>
    filterable && list && (kind === 'oneOf' || kind === 'manyOf')
      ? [
          {
            name,
            label,
            isList: kind === 'manyOf',
            values: Object.entries(list.values).map(([value, listed]) => ({ value, label: listed.label })),
          },
        ]
      : [],
  );
}

/** Returns the sort order of each sortable column without its direction, by field name: `START` for `start`. */
export function sortableColumns(type: FactTypeName): Readonly<Record<string, string>> {
  const columns = new Map([
    ...labelFields(type)
      .slice(0, 1)
      .map(({ name, field }) => [name, field] as const),
    ...listColumns(type),
  ]);
  return Object.fromEntries(
    [...columns].flatMap(([name, { sortable }]) => (sortable ? [[name, upperSnake(name)]] : [])),
  );
}

/**
 * Reads the variables of a list from the parameters of its URL. Ignores values and sort orders that it does not know.
 */
export function listQuery(
  type: FactTypeName,
  parameters: SearchParameters,
): ListVariables & { readonly orderBy: string } {
  const q = firstValue(parameters.q)?.trim();
  const field = searchedField(type);
  const filter: Record<string, unknown> = q && field ? { [field]: { contains: q } } : {};
  for (const { name, values, isList } of facetsOf(type)) {
    const chosen = values.find(({ value }) => value === firstValue(parameters[name]));
    if (chosen) filter[name] = isList ? { hasAny: [chosen.value] } : { eq: chosen.value };
  }
  const orders = Object.values(sortableColumns(type)).flatMap((order) => [`${order}_ASC`, `${order}_DESC`]);
  const orderBy = orders.find((order) => order === firstValue(parameters.orderBy)) ?? defaultOrder(type);
  const after = firstValue(parameters.after);
  const before = firstValue(parameters.before);
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    orderBy,
    ...(before ? { last: pageSize, before } : { first: pageSize, ...(after ? { after } : {}) }),
  };
}
