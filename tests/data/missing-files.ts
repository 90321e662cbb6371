import type { Importer } from '@chancery/importers';
import { findPublished } from '@chancery/importers/testing';

/** Returns the names of files of a source that are missing in the folder of published files. */
export function missingFiles({ manifest }: Importer): string[] {
  return manifest.files.map(({ name }) => name).filter((name) => findPublished(name) === undefined);
}
