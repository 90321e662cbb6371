import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { GivenFile } from '@chancery/importers';

/** Where the published files are: they are nobody's to hand on, and so are looked for. */
export const dataFolder = process.env.CHANCERY_DATA ?? resolve(import.meta.dirname, '../../../../shared/data');

/**
 * A published file, packed or not.
 * @throws Error where it is not in the folder of data.
 */
export function dataFile(name: string): GivenFile {
  const found = [name, `${name}.gz`].find((each) => existsSync(join(dataFolder, each)));
  if (found === undefined)
    throw new Error(`There is no ${name} in ${dataFolder}: set CHANCERY_DATA to the folder of the data`);
  return { name: found, open: () => createReadStream(join(dataFolder, found)) };
}

/** Hands over the cells of each row; none of these columns is quoted before the ones that are asked for. */
export async function eachRow(
  name: string,
  columns: readonly string[],
  take: (cells: string[]) => void,
): Promise<void> {
  const file = dataFile(name);
  const bytes = file.open();
  const lines = createInterface({ input: file.name.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes });
  let places: number[] | undefined;
  for await (const line of lines) {
    const cells = line.split(',');
    if (places) take(places.map((place) => cells[place] ?? ''));
    else {
      places = columns.map((column) => cells.indexOf(column));
      if (places.includes(-1)) throw new Error(`${name} has no ${columns[places.indexOf(-1)]}`);
    }
  }
}
