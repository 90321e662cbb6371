import { isDay } from '@chancery/codebook';

/**
 * The revision and the day of a page. By default the page shows the latest revision and reads spells today. With a past
 * revision, it reads them on the day of that revision.
 */
export interface View {
  /** The number of the revision. */
  readonly at?: number;
  /** The day (YYYY-MM-DD) on which spells are read. */
  readonly on?: string;
}

/** The search parameters of a page, as Next passes them. */
export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>;

/** Returns the first value of a search parameter, or undefined if it is empty or missing. */
export function firstValue(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  return text === '' ? undefined : text;
}

/** Returns the non-empty values of a search parameter. */
export function nonEmptyValues(value: string | string[] | undefined): string[] {
  return [value ?? []].flat().filter((text) => text !== '');
}

/** Reads the view from search parameters. Ignores invalid values: the page says which revision it shows. */
export function viewOf(parameters: SearchParameters): View {
  const at = Number(firstValue(parameters.at) ?? Number.NaN);
  const on = firstValue(parameters.on);
  return {
    ...(Number.isInteger(at) && at > 0 && at < 2 ** 31 ? { at } : {}),
    ...(on && isDay(on) ? { on } : {}),
  };
}

/** Returns the search parameters of a view. */
export function viewParameters({ at, on }: View): Record<string, string> {
  return { ...(at === undefined ? {} : { at: String(at) }), ...(on === undefined ? {} : { on }) };
}

/**
 * Returns a path with the given search parameters and those of a view, which replace given ones of the same name. Omits
 * parameters that are undefined or empty.
 */
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
