import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tableOf } from '../reading/rows.ts';
import type { GivenFile } from '../reading/text-of-file.ts';

const repository = resolve(import.meta.dirname, '../../../..');

/** The folder of the published files, which are not part of this repository because they must not be redistributed. */
export const dataFolder = resolve(repository, process.env.CHANCERY_DATA ?? '../shared/data');

/** Returns a published file, gzipped or not. Returns `undefined` if it is missing. */
export function findPublished(name: string): GivenFile | undefined {
  const fileName = [name, `${name}.gz`].find((candidate) => existsSync(join(dataFolder, candidate)));
  return fileName === undefined
    ? undefined
    : { name: fileName, open: () => createReadStream(join(dataFolder, fileName)) };
}

/**
 * Returns a published file, gzipped or not.
 * @throws Error if the file is missing
 */
export function publishedFile(name: string): GivenFile {
  const file = findPublished(name);
  if (!file)
    throw new Error(`${name} is missing in ${dataFolder}. Set CHANCERY_DATA to the folder of the published files.`);
  return file;
}

/** Yields the rows of a published file, each as a function that returns the cell of a column. */
export async function* rowsOf(file: GivenFile): AsyncGenerator<(column: string) => string> {
  const { header, rows } = await tableOf(file);
  const columnIndexes = new Map(header.map((name, index) => [name, index]));
  for await (const { cells } of rows) {
    yield (column) => {
      const cell = cells[columnIndexes.get(column) ?? -1];
      if (cell === undefined) throw new Error(`${file.name} has no column ${column}`);
      return cell;
    };
  }
}
