import { it } from '@jest/globals';
import type { Manifest } from '../manifest.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import { findPublished } from './published.ts';

/** Long enough for the largest of the published data sets. */
const timeout = 300_000;

/** What a test reads: all files of a source, and one more file if it is named. */
interface PublishedFiles {
  readonly of?: Manifest;
  readonly and?: string;
}

/**
 * Defines a test that reads published files. `test` gets the files of the source, then the other file. If any file is
 * missing, Jest reports the test as skipped, with the missing files in its name: a test that reads nothing must not
 * pass.
 */
export function itWithPublished(
  { of, and }: PublishedFiles,
  name: string,
  test: (files: GivenFile[], other: GivenFile) => Promise<void>,
): void {
  const ofSource = of?.files.map((file) => file.name) ?? [];
  const names = and === undefined ? ofSource : [...ofSource, and];
  const files = names.flatMap((fileName) => findPublished(fileName) ?? []);
  const missing = names.filter((fileName) => !findPublished(fileName));
  const other = files.at(-1);
  if (missing.length > 0 || !other)
    it.skip(`${name} (set CHANCERY_DATA: ${missing.join(', ')} missing)`, () => undefined);
  else it(name, () => test(files.slice(0, ofSource.length), other), timeout);
}
