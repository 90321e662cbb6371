import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../../..');

/**
 * The folder of the worked case and its article. It is outside the repository because the article is under copyright.
 */
const folder = path.resolve(repository, process.env.CHANCERY_CASE ?? '../shared/case');

/** Returns the text of a file of the case. Warns and returns `undefined` if the file does not exist. */
export function readCaseFile(name: string): string | undefined {
  const file = path.join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.warn(`${file} does not exist. Set CHANCERY_CASE to the folder of the case to run this test.`);
  return undefined;
}

/** Returns the absolute path of a file in the repository. */
export const repositoryPath = (...parts: string[]): string => path.join(repository, ...parts);
