import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { isPagePath, pagePatterns } from './page-paths.ts';

it('the paths of pages are those of the folders of the app', () => {
  const app = path.join(import.meta.dirname, '..', 'app');
  const paths = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.dirname(file).split(path.sep))
    .map((folders) => `/${folders.filter((folder) => folder !== '.' && !folder.startsWith('(')).join('/')}`);
  expect(paths.filter((found) => found !== '/[...path]').sort()).toEqual([...pagePatterns].sort());
});

it.each(['/', '/states', '/states/IRN', '/dyad/RUS/IRN', '/desk/changesets/12/review', '/desk/policy-measures/new'])(
  '%s is the path of a page',
  (page) => expect(isPagePath(page)).toBe(true),
);

it.each(['/nowhere', '/nowhere/IRN', '/states/IRN/more', '/dyad/RUS', '/desk/nowhere', '/states/', '/graphql'])(
  '%s is not the path of a page',
  (other) => expect(isPagePath(other)).toBe(false),
);
