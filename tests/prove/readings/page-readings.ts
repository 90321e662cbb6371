// The readings that a page shows, taken from its HTML as any reader without scripts has it.

/** What a page shows of facts: for each id, the words and codes of every reading in a row that links to it. */
export interface PageReadings {
  readonly byId: ReadonlyMap<string, readonly ShownReading[]>;
  /** The address of the next page of a list. */
  readonly next: string | undefined;
}

export interface ShownReading {
  readonly reading: string;
  readonly words: string;
}

/**
 * Reads a page: the rows of its tables, or the page of one fact as a whole.
 * @throws Error where the page is not answered with 200.
 */
export async function readPage(address: string, whole?: string): Promise<PageReadings> {
  const response = await fetch(address);
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${address} was answered with ${response.status}`);
  const byId = new Map<string, ShownReading[]>();
  const note = (id: string, readings: readonly ShownReading[]) => {
    if (readings.length > 0) byId.set(id, [...(byId.get(id) ?? []), ...readings]);
  };
  if (whole !== undefined) note(whole, readingsIn(html));
  else
    for (const row of html.split('<tr').slice(1)) {
      const [content = ''] = row.split('</tr>');
      const readings = readingsIn(content);
      const ids = new Set(
        [...content.matchAll(/href="\/(?:memberships|obligations)\/([a-z]+_\w+)/g)].map(([, id]) => id),
      );
      for (const id of ids) if (id !== undefined) note(id, readings);
    }
  const next = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  return { byId, next: next === undefined ? undefined : new URL(next, address).href };
}

function readingsIn(html: string): ShownReading[] {
  return [...html.matchAll(/<details[^>]*data-reading="(\w+)"[^>]*><summary>.*?<span>(.*?)<\/span>/gs)].map(
    ([, reading = '', words = '']) => ({ reading, words }),
  );
}
