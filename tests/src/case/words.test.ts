import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { readCaseFile, repositoryPath } from './case-folder.ts';

const runLength = 8;
const article = readCaseFile('article.txt');

/** Returns every run of eight words of a text, in lower case and without punctuation, with its last position. */
function runsOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Map(words.slice(runLength - 1).map((_word, at) => [words.slice(at, at + runLength).join(' '), at]));
}

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (['node_modules', 'dist', 'generated', '.next', '.turbo'].includes(entry.name)) continue;
    if (entry.isDirectory()) yield* filesUnder(file);
    else if (/\.(json|md|tsx?|mjs|css|graphql|sql)$/.test(entry.name)) yield file;
  }
}

(article === undefined ? it.skip : it)(
  'no eight consecutive words of the article occur in the data, the apps or the docs',
  () => {
    const runs = runsOf(article ?? '');
    expect(runs.size).toBeGreaterThan(500);
    const copied = ['prisma/seed', 'apps', 'docs'].flatMap((folder) =>
      [...filesUnder(repositoryPath(folder))].flatMap((file) =>
        [...runsOf(readFileSync(file, 'utf8')).keys()].filter((run) => runs.has(run)).map((run) => `${file}: ${run}`),
      ),
    );
    expect(copied).toEqual([]);
  },
);
