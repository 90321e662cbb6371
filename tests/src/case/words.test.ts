import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { fileOfCase, inRepository } from './case-folder.ts';

const length = 8;
const article = fileOfCase('article.txt');

/** Every run of words of a text, whatever stands between them. */
function runsOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Map(words.slice(length - 1).map((_word, at) => [words.slice(at, at + length).join(' '), at]));
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
  'no eight words of the article in a row are in the data, the apps or the docs',
  () => {
    const runs = runsOf(article ?? '');
    expect(runs.size).toBeGreaterThan(500);
    const copied = ['prisma/seed', 'apps', 'docs'].flatMap((folder) =>
      [...filesUnder(inRepository(folder))].flatMap((file) =>
        [...runsOf(readFileSync(file, 'utf8')).keys()].filter((run) => runs.has(run)).map((run) => `${file}: ${run}`),
      ),
    );
    expect(copied).toEqual([]);
  },
);
