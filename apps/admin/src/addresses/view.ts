import { isDay } from '@chancery/codebook';

/** What a page shows: the register at a revision (by default the latest), read on a day (by default today). */
export interface View {
  /** The number of the revision. */
  readonly at?: number;
  /** The day (YYYY-MM-DD) on which spells are read. */
  readonly on?: string;
}

/** The search parameters of a page, as Next passes them. */
export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>;

/** Returns the first value of a search parameter, or undefined if it is empty or missing. */
export function first(value: string | string[] | undefined): string | undefined {
  const firstValue = Array.isArray(value) ? value[0] : value;
  return firstValue === '' ? undefined : firstValue;
}

/** Returns the non-empty values of a search parameter. */
export function every(value: string | string[] | undefined): string[] {
  return [value ?? []].flat().filter((text) => text !== '');
}

/** Reads the view from search parameters. Ignores invalid values: the page says which revision it shows. */
export function viewOf(parameters: SearchParameters): View {
  const at = Number(first(parameters.at) ?? Number.NaN);
  const on = first(parameters.on);
  return {
    ...(Number.isInteger(at) && at > 0 && at < 2 ** 31 ? { at } : {}),
    ...(on && isDay(on) ? { on } : {}),
  };
}

/** Returns the search parameters of a view. */
export function viewParameters({ at, on }: View): Record<string, string> {
  return { ...(at === undefined ? {} : { at: String(at) }), ...(on === undefined ? {} : { on }) };
}

/** Returns a path with the search parameters of a view and others. Omits parameters that are undefined or empty. */
export function address(
  path: string,
  view: View,
  parameters: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, ...viewParameters(view) }))
    for (const single of [value ?? []].flat()) if (single !== '') search.append(name, single);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
