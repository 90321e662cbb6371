/** Which register a page shows: as known at a revision, true on a day; by default the latest, and today. */
export interface View {
  /** The number of a revision: what the register said then. */
  readonly at?: number;
  /** A day (YYYY-MM-DD): what held in the world then. */
  readonly on?: string;
}

/** The search parameters of a page, as Next hands them over. */
export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a search parameter; one that is empty counts as not given. */
export function first(value: string | string[] | undefined): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return one === '' ? undefined : one;
}

/** Every value of a search parameter that is not empty. */
export function every(value: string | string[] | undefined): string[] {
  return [value ?? []].flat().filter((one) => one !== '');
}

/** Reads the view from an address. What cannot be read is left out: the page says which revision it shows. */
export function viewOf(parameters: SearchParameters): View {
  const at = Number(first(parameters.at) ?? Number.NaN);
  const on = first(parameters.on);
  return {
    ...(Number.isInteger(at) && at > 0 && at < 2 ** 31 ? { at } : {}),
    ...(on && isDay(on) ? { on } : {}),
  };
}

/** The search parameters that keep a view. */
export function viewParameters({ at, on }: View): Record<string, string> {
  return { ...(at === undefined ? {} : { at: String(at) }), ...(on === undefined ? {} : { on }) };
}

/** A path with search parameters, within a view. Parameters that are undefined or empty are left out. */
export function address(
  path: string,
  view: View,
  parameters: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, ...viewParameters(view) }))
    for (const one of [value ?? []].flat()) if (one !== '') search.append(name, one);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
