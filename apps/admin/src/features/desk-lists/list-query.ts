import { defaultOrder, type FactTypeName, labelFields, listColumns, typeOf, upperSnake } from '@chancery/codebook';
import { type AddressRules, anyText, oneOfRule, pageRules } from '../../addresses/address-rules.ts';
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

/** Returns what a list accepts as search parameters: a search, its filters, an order and a place. */
export function listRules(type: FactTypeName): AddressRules {
  return {
    ...(searchedField(type) ? { q: anyText } : {}),
    ...Object.fromEntries(
      facetsOf(type).map(({ name, values }) => [name, oneOfRule(values.map(({ value }) => value))]),
    ),
    orderBy: oneOfRule(ordersOfList(type)),
    ...pageRules,
  };
}

/** Returns the orders of a list, such as `NAME_ASC`. The default order need not be that of a column. */
function ordersOfList(type: FactTypeName): string[] {
  const orders = Object.values(sortableColumns(type)).flatMap((order) => [`${order}_ASC`, `${order}_DESC`]);
  return [...new Set([...orders, defaultOrder(type)])];
}

/** Reads the variables of a list from its search parameters. Leaves out what `listRules` do not accept. */
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
  const orderBy = ordersOfList(type).find((order) => order === firstValue(parameters.orderBy)) ?? defaultOrder(type);
  const after = firstValue(parameters.after);
  const before = firstValue(parameters.before);
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    orderBy,
    ...(before ? { last: pageSize, before } : { first: pageSize, ...(after ? { after } : {}) }),
  };
}
