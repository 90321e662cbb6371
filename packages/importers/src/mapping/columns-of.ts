import type { DateMapping, FactMapping, LinkMapping, ValueMapping } from './mapping.ts';

/** Returns the columns that a value is read from; none for a constant. */
export function columnsOfValue(value: ValueMapping): string[] {
  if ('constant' in value) return [];
  if ('from' in value) return [...columnsOfDate(value.from), ...(value.to ? columnsOfDate(value.to) : [])];
  if ('latitude' in value) return [value.latitude, value.longitude];
  return 'year' in value ? columnsOfDate(value) : [value.column];
}

/** Returns the columns that a link is read from; none if every row links to the same fact. */
export function columnsOfLink(link: LinkMapping): string[] {
  if ('fact' in link) return link.key;
  if ('value' in link) return [];
  const on = link.on === undefined ? [] : [link.on];
  return 'code' in link ? [link.column, ...on] : [link.name, ...on];
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
      [column, ...(on === undefined ? [] : [on])].map((name) => [name, scheme] as [string, string]),
    ),
    ...names.map((column): [string, string] => [column, 'name']),
  ];
}

function columnsOfDate(date: DateMapping): string[] {
  return 'year' in date ? [date.year, date.month, date.day] : [date.column];
}
