import { isDay } from '@chancery/codebook';

/**
 * The revision and the day of a page. Without `at`, the page shows the latest revision. Without `on`, it reads spells
 * on the day of the revision in `at`, or today if that is not given either.
 */
export interface View {
  /** The number of the revision. */
  readonly at?: number;
  /** The day (YYYY-MM-DD) on which spells are read. */
  readonly on?: string;
}

/** The search parameters of a page, as Next passes them. */
export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>;

/** Returns the first value of a search parameter; undefined if the value is empty or missing. */
export function firstValue(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  return text === '' ? undefined : text;
}

/** Returns the non-empty values of a search parameter. */
export function nonEmptyValues(value: string | string[] | undefined): string[] {
  return [value ?? []].flat().filter((text) => text !== '');
}

/** Whether a text is a number that a revision can have. There need not be a revision with this number. */
export function isRevisionNumber(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) < 2 ** 31;
}

/**
 * Reads the view from search parameters. Leaves out values that are not a revision number or a day: pages refuse them
 * with `addressProblems`.
 */
export function viewOf(parameters: SearchParameters): View {
  const at = firstValue(parameters.at);
  const on = firstValue(parameters.on);
  return {
    ...(at && isRevisionNumber(at) ? { at: Number(at) } : {}),
    ...(on && isDay(on) ? { on } : {}),
  };
}

/** Returns the search parameters `at` and `on` of a view, without those that it does not have. */
export function viewParameters({ at, on }: View): Record<string, string> {
  return { ...(at === undefined ? {} : { at: String(at) }), ...(on === undefined ? {} : { on }) };
}

/**
 * Returns a path with the given search parameters and those of a view. A parameter of the view replaces a given one of
 * the same name. Omits undefined and empty values.
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
