import type { Importer } from '@chancery/importers';
import { findPublished } from '@chancery/importers/testing';

/** The files of a source that the folder of published files lacks. */
export function missingFiles({ manifest }: Importer): string[] {
  return manifest.files.map(({ name }) => name).filter((name) => findPublished(name) === undefined);
}
