import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = join(import.meta.dirname, '../sources');

/** The files written for the tests of a source, by name: few lines, of states that there are not. */
export function fixturesOf(key: string): (name: string) => string {
  return (name) => readFileSync(join(sources, key, 'fixtures', name), 'utf8');
}
