import type { Importer } from '@chancery/importers';
import { findPublished } from '@chancery/importers/testing';

/** Returns the names of those files of a source that are not in the folder of published files. */
export function missingFiles({ manifest }: Importer): string[] {
  return manifest.files.map(({ name }) => name).filter((name) => findPublished(name) === undefined);
}
