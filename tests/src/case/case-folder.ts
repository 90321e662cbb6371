import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../../..');

/** Where the worked case and its article are kept: outside the repository, for the article is somebody's copyright. */
const folder = path.resolve(repository, process.env.CHANCERY_CASE ?? '../shared/case');

/** A file of the case, or `undefined` where the folder is not at hand, which is then said aloud. */
export function fileOfCase(name: string): string | undefined {
  const file = path.join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.warn(`${file} is not there: set CHANCERY_CASE to the folder of the case to run this test.`);
  return undefined;
}

/** A path in the repository. */
export const inRepository = (...parts: string[]): string => path.join(repository, ...parts);
