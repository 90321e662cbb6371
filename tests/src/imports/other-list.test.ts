// The exercises of a second list, with other spellings, match those of the register, but none of another year.
import '../support/production-mode.ts';
import { stableId } from '@chancery/importers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compareLists, countWrongYears } from '../support/compare-lists.ts';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { importAndMerge, type StoredImportRow } from '../support/import-and-merge.ts';
import { createWaived } from '../support/operations.ts';
import { alteredList, type ListedExercise, listMapping, toCsv } from '../support/other-list.ts';

let desk: Desk;
let people: readonly [Editor, Editor];
beforeAll(async () => {
  desk = await openDesk();
  people = [await desk.createUser('Ana'), await desk.createUser('Ben')];
  const states = ['Lydia', 'Caria', 'Ionia', 'Phrygia', 'Mysia'].flatMap((name) => {
    const state = createWaived('State', { name });
    const value = name.slice(0, 3).toUpperCase();
    return [state, createWaived('ExternalCode', { of: state.fact, scheme: 'ISO_A3', value, status: 'OFFICIAL' })];
  });
  await publish(people, states);
}, 60_000);
afterAll(() => desk.close());

const exercise = (number: string, name: string, start: string, ...participants: string[]): ListedExercise => ({
  number,
  ...(name === '' ? {} : { name }),
  start,
  place: `Bay ${number}`,
  participants,
});
const first = [
  exercise('1', 'Lion', '1980-05-04', 'LYD', 'CAR'),
  exercise('2', 'Lion', '1982-05-04', 'LYD', 'CAR'),
  exercise('3', 'Bronze Shield', '1983-06', 'LYD', 'CAR', 'ION', 'PHR', 'MYS'),
  exercise('4', 'Bronze Shield', '1984-06-10', 'LYD', 'CAR', 'ION', 'PHR'),
  exercise('5', '', '1985-01-20', 'ION', 'PHR'),
  exercise('6', 'Golden River 1-86', '1986-03-01', 'LYD', 'MYS'),
  exercise('7', 'Golden River 2-86', '1986-03-20', 'LYD', 'MYS'),
  exercise('8', 'Silent Owl', '1987-07-07'),
];
/** Exercises of other years that share their names with exercises of the first list. */
const others = [
  exercise('91', 'Lion', '1981-05-04', 'LYD', 'CAR'),
  exercise('92', 'Bronze Shield', '1985-06-10', 'LYD', 'CAR', 'ION', 'PHR'),
  exercise('93', 'Silent Owl', '1988-07-07', 'PHR', 'MYS'),
];
const second = [...alteredList(first, 7), ...others];
const startOf = new Map(second.map(({ number, start }) => [number, start]));
const truth = new Map<string, string | undefined>([
  ...first.map(({ number }) => [number, stableId('Exercise', `first exercise · ${number}`)] as const),
  ...others.map(({ number }) => [number, undefined] as const),
]);

const importList = (key: string, list: readonly ListedExercise[]) =>
  importAndMerge(desk, people, { source: 'csv', mapping: listMapping(key), files: { 'exercises.csv': toCsv(list) } });
const outcomesOf = (rows: readonly StoredImportRow[], type: string) =>
  rows.filter((row) => row.type === type).map(({ outcome }) => outcome);

it('matches the exercises of the first list, creates those of other years, and changes nothing when imported again', async () => {
  const { rows: before } = await importList('first', first);
  expect(new Set(outcomesOf(before, 'Exercise'))).toEqual(new Set(['CREATE']));

  const { rows } = await importList('second', second);
  const compared = compareLists(rows, truth);
  expect(compared).toEqual({
    matched: ['1', '2', '3', '4', '5', '6', '7'],
    mismatched: [],
    duplicated: [],
    // “Joint Silent Owl”, whose participants are unknown.
    questions: ['8'],
    created: ['91', '92', '93'],
  });
  expect(await countWrongYears(desk, rows, startOf)).toBe(0);
  // Stored participations are cited, so that they belong to the second list too.
  expect(outcomesOf(rows, 'Participation')).toContain('CITED');

  const again = await importList('second', second);
  expect(again.operations).toBe(0);
  expect(again.rows.filter(({ outcome }) => ['CREATE', 'UPDATE', 'CITED'].includes(outcome))).toEqual([]);
  const comparedAgain = compareLists(again.rows, truth);
  expect(comparedAgain.matched).toEqual(compared.matched);
}, 120_000);
