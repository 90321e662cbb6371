// Extracts readings from the HTML of a page, as the server sends it.
import { setTimeout } from 'node:timers/promises';

/** The readings on a page. */
export interface PageReadings {
  /** The readings of each fact by its id. */
  readonly byId: ReadonlyMap<string, readonly PageReading[]>;
  /** The URL of the next page of a list; `undefined` if there is none. */
  readonly next: string | undefined;
}

/** A reading on a page: its code, such as `LAST_RECORDED`, and the words that the page shows for it. */
export interface PageReading {
  readonly reading: string;
  readonly words: string;
}

/**
 * Fetches a page and returns its readings. Without `factId`, these are the readings in table rows, for each fact to
 * which the row links. With `factId`, all readings on the page count for that fact.
 * @throws Error if all of five attempts fail or return a status other than 200
 */
export async function readPage(address: string, factId?: string): Promise<PageReadings> {
  const html = await fetchPage(address);
  const byId = new Map<string, PageReading[]>();
  const addReadings = (id: string, readings: readonly PageReading[]) => {
    if (readings.length > 0) byId.set(id, [...(byId.get(id) ?? []), ...readings]);
  };
  if (factId !== undefined) addReadings(factId, readingsIn(html));
  else for (const row of html.split('<tr').slice(1)) readRow(row.split('</tr>')[0] ?? '', addReadings);
  const next = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  return { byId, next: next === undefined ? undefined : new URL(next, address).href };
}

/**
 * Passes each spell that a table row links to, with its readings, to `addReadings`. They are those in the list item of
 * the link or, if it has none, those in the row outside list items.
 */
function readRow(row: string, addReadings: (id: string, readings: readonly PageReading[]) => void): void {
  const [start = '', ...items] = row.split('<li');
  const ofRow = [start, ...items.map((item) => item.split('</li>').slice(1).join(''))].flatMap(readingsIn);
  for (const part of [start, ...items]) {
    const own = part === start ? [] : readingsIn(part.split('</li>')[0] ?? '');
    for (const id of new Set(
      [...part.matchAll(/href="\/(?:memberships|obligations)\/([a-z]+_\w+)/g)].map(([, linked = '']) => linked),
    ))
      addReadings(id, own.length > 0 ? own : ofRow);
  }
}

// A connection that is kept alive may be closed by the server just when the next request is sent on it.
const maxAttempts = 5;

async function fetchPage(address: string, attempt = 1): Promise<string> {
  try {
    const response = await fetch(address);
    const html = await response.text();
    if (response.status !== 200) throw new Error(`${address} returned status ${response.status}`);
    return html;
  } catch (error) {
    if (attempt === maxAttempts) throw error;
    await setTimeout(2_000);
    return fetchPage(address, attempt + 1);
  }
}

function readingsIn(html: string): PageReading[] {
  return [...html.matchAll(/<details[^>]*data-reading="(\w+)"[^>]*><summary>.*?<span>(.*?)<\/span>/gs)].map(
    ([, reading = '', words = '']) => ({ reading, words }),
  );
}
