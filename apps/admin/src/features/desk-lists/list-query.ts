import { columnsShown, type FactTypeName, labelFields, typeOf, upperSnake, usualOrder } from '@chancery/codebook';
import { first, type SearchParameters } from '../../addresses/view.ts';
import type { ListVariables } from '../../doors/screens.ts';

/** How many rows a page of a list has. */
const pageSize = 50;

/** A closed list by which a list can be narrowed. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly isList: boolean;
}

/** The text field by which facts of a type can be searched: the first that their label is made of. */
export function searchedField(type: FactTypeName): string | undefined {
  return labelFields(type).find(({ field }) => field.kind === 'text' && field.filterable)?.name;
}

/** The closed lists by which a list of a type can be narrowed. */
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

/** The orders that headings of a list offer, by column. */
export function sortableColumns(type: FactTypeName): Readonly<Record<string, string>> {
  const shown = new Map([
    ...labelFields(type)
      .slice(0, 1)
      .map(({ name, field }) => [name, field] as const),
    ...columnsShown(type),
  ]);
  return Object.fromEntries([...shown].flatMap(([name, { sortable }]) => (sortable ? [[name, upperSnake(name)]] : [])));
}

/** What an address asks of a list of a type. What cannot be read is left out. */
export function listQuery(
  type: FactTypeName,
  parameters: SearchParameters,
): ListVariables & { readonly orderBy: string } {
  const q = first(parameters.q)?.trim();
  const field = searchedField(type);
  const filter: Record<string, unknown> = q && field ? { [field]: { contains: q } } : {};
  for (const { name, values, isList } of facetsOf(type)) {
    const chosen = values.find(({ value }) => value === first(parameters[name]));
    if (chosen) filter[name] = isList ? { hasAny: [chosen.value] } : { eq: chosen.value };
  }
  const orders = Object.values(sortableColumns(type)).flatMap((order) => [`${order}_ASC`, `${order}_DESC`]);
  const orderBy = orders.find((order) => order === first(parameters.orderBy)) ?? usualOrder(type);
  const after = first(parameters.after);
  const before = first(parameters.before);
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    orderBy,
    ...(before ? { last: pageSize, before } : { first: pageSize, ...(after ? { after } : {}) }),
  };
}
