import { describe, expect, it } from '@jest/globals';
import { composeTitle } from '../matching/compose-title.ts';
import { itWithPublished } from '../testing/it-with-published.ts';
import { readSource } from '../testing/read-source.ts';
import { allianceTitles } from './alliance-titles.ts';
import { atop } from './atop/index.ts';
import { cowAlliances } from './cow-alliances/index.ts';

it('a title has the year, then the day, then also the number, until it is unique', () => {
  const titleOf = allianceTitles();
  const pact = { kind: 'Defence pact', parties: ['991', '992'] };
  const time = (begin: string, number: string, rest = {}) => titleOf({ ...pact, begin, number, ...rest }).time;
  expect(time('1939-05-22', 'ATOP 1')).toBe('1939');
  expect(time('1939-05-22', 'ATOP 2')).toBe('22 May 1939');
  expect(time('1939-05-22', 'ATOP 3')).toBe('22 May 1939 (ATOP 3)');
  expect(time('1939', 'ATOP 4')).toBe('1939 (ATOP 4)');
  expect(time('1939-05-22', 'ATOP 5', { kind: 'Entente' })).toBe('1939');
  expect(time('1939-05-22', 'ATOP 6', { parties: ['991', '993'] })).toBe('1939');
  const many = (...parties: string[]) => time('1949-04-04', 'ATOP 7', { parties });
  expect([many('1', '2', '3', '4'), many('1', '2', '5', '6'), many('1', '2', '3', '4', '5')]).toEqual([
    '1949',
    // Both titles name the same two states “and 2 others”.
    '4 April 1949',
    '1949',
  ]);
});

describe.each([atop, cowAlliances])('$manifest.key', (importer) => {
  itWithPublished({ of: importer.manifest }, 'no two alliances have the same title', async (files) => {
    const { records } = await readSource(importer, files);
    const titles = records.flatMap(({ titleFrom, marks }) =>
      titleFrom
        ? [
            composeTitle(
              titleFrom,
              (marks?.actors ?? []).map((actor) => ('code' in actor ? actor.code.value : undefined)),
            ),
          ]
        : [],
    );
    expect(titles).toHaveLength(importer.manifest.facts.Agreement ?? 0);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
