import type { DateMapping, FactMapping, LinkMapping, OnMapping, ValueMapping } from './mapping.ts';

/** Returns the columns that a value is read from; none for a constant. */
export function columnsOfValue(value: ValueMapping): string[] {
  if ('constant' in value) return [];
  if ('from' in value) return [...columnsOfDate(value.from), ...(value.to ? columnsOfDate(value.to) : [])];
  if ('latitude' in value) return [value.latitude, value.longitude];
  if ('year' in value) return columnsOfDate(value);
  return 'or' in value && value.or !== undefined ? [value.column, value.or] : [value.column];
}

/** Returns the columns that a link is read from; none if every row links to the same fact. */
export function columnsOfLink(link: LinkMapping): string[] {
  if ('fact' in link) return link.key;
  if ('value' in link) return [];
  const on = columnsOfOn(link.on);
  if ('name' in link) return [link.name, ...on];
  return [link.column, ...(link.orName === undefined ? [] : [link.orName]), ...on];
}

/**
 * Returns the columns that a fact is read from, each with its use, such as `key` or a field name. A column with several
 * uses occurs several times.
 */
export function columnsOfFact(fact: FactMapping): [column: string, use: string][] {
  const { codes = [], names = [] } = fact.marks ?? {};
  return [
    ...fact.key.map((column): [string, string] => [column, 'key']),
    ...(fact.where === undefined ? [] : [[fact.where, 'whether the row has the fact'] as [string, string]]),
    ...Object.entries(fact.values).flatMap(([name, value]) =>
      columnsOfValue(value).map((column) => [column, name] as [string, string]),
    ),
    ...Object.entries(fact.links).flatMap(([name, link]) =>
      columnsOfLink(link).map((column) => [column, name] as [string, string]),
    ),
    ...codes.flatMap(({ scheme, column, on }) =>
      [column, ...columnsOfOn(on)].map((name) => [name, scheme] as [string, string]),
    ),
    ...names.map((column): [string, string] => [column, 'name']),
  ];
}

function columnsOfDate(date: DateMapping): string[] {
  return 'year' in date ? [date.year, date.month, date.day] : [date.column];
}

function columnsOfOn(on: OnMapping | undefined): string[] {
  if (on === undefined) return [];
  return typeof on === 'string' ? [on] : columnsOfDate(on);
}
