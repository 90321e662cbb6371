import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GivenFile, Importer } from '@chancery/importers';

/** Where the published files are. */
export const dataFolder = resolve(
  import.meta.dirname,
  '../..',
  process.env.CHANCERY_DATA ?? join('..', 'shared', 'data'),
);

const packedOrNot = (name: string) => [name, `${name}.gz`].find((each) => existsSync(join(dataFolder, each)));

/** The files of a source that the folder lacks. */
export function missingFiles({ manifest }: Importer): string[] {
  return manifest.files.map(({ name }) => name).filter((name) => packedOrNot(name) === undefined);
}

/** The published files of a source, under the names by which it calls them. */
export function publishedFiles({ manifest }: Importer): GivenFile[] {
  return manifest.files.map(({ name }) => ({
    name,
    open: () => createReadStream(join(dataFolder, packedOrNot(name) ?? name)),
  }));
}
