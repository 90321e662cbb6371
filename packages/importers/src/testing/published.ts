import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from '../manifest.ts';
import { tableOf } from '../reading/rows.ts';
import type { GivenFile } from '../reading/text-of-file.ts';

const repository = resolve(import.meta.dirname, '../../../..');

/** Where the published files are looked for: they are nobody's to hand on, and so not part of this repository. */
export const dataFolder = resolve(repository, process.env.CHANCERY_DATA ?? '../shared/data');

/** A published file, packed or not, if it is at hand. */
export function findPublished(name: string): GivenFile | undefined {
  const found = [name, `${name}.gz`].find((each) => existsSync(join(dataFolder, each)));
  return found === undefined ? undefined : { name: found, open: () => createReadStream(join(dataFolder, found)) };
}

/**
 * A published file that nothing can be done without.
 * @throws Error where it is not at hand.
 */
export function publishedFile(name: string): GivenFile {
  const found = findPublished(name);
  if (!found) throw new Error(`${dataFolder} has no ${name}: set CHANCERY_DATA to the folder of the published files.`);
  return found;
}

/** A published file; where it is not at hand that is said aloud, and the test that asks has nothing to do. */
export function published(name: string): GivenFile | undefined {
  const found = findPublished(name);
  if (!found) console.warn(`${dataFolder} has no ${name}: set CHANCERY_DATA to run this test.`);
  return found;
}

/** All files of a source, or `undefined` where one is not at hand. */
export function publishedFiles({ files }: Manifest): GivenFile[] | undefined {
  const found = files.map(({ name }) => published(name));
  return found.every((file) => file !== undefined) ? found : undefined;
}

/** The rows of a published file, by the names of their columns. */
export async function* rowsOf(file: GivenFile): AsyncGenerator<(column: string) => string> {
  const { header, rows } = await tableOf(file);
  const places = new Map(header.map((name, place) => [name, place]));
  for await (const { cells } of rows) {
    yield (column) => {
      const cell = cells[places.get(column) ?? -1];
      if (cell === undefined) throw new Error(`${file.name} has no column ${column}`);
      return cell;
    };
  }
}
