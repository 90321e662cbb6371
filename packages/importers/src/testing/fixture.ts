import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = join(import.meta.dirname, '../sources');

/** Returns a function that reads a fixture of a source by file name. Fixtures are about invented states. */
export function fixturesOf(key: string): (name: string) => string {
  return (name) => readFileSync(join(sources, key, 'fixtures', name), 'utf8');
}
