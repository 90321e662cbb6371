import { describe, expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { cowStates } from './index.ts';

const name = 'cow_states_v2016.csv';
const fixture = fixturesOf('cow-states')(name);
const read = (text: string, fileName = name) => readSource(cowStates, [fileOf(fileName, text)]);

it('a state with two spells is one state, which has its codes in both', async () => {
  const { records, problems, rows } = await read(fixture);
  expect({ problems, rows }).toEqual({ problems: [], rows: 3 });
  expect(
    records.filter(({ type }) => type === 'State').map(({ key, values, line }) => [key, values.name, line]),
  ).toEqual([
    ['state 991', 'Lydia', 2],
    ['state 992', 'Caria', 4],
  ]);
  const periods = records.flatMap(({ values: { scheme, validity }, links }) =>
    scheme === 'COW' ? [[links.of, (validity as { edtf: string }).edtf]] : [],
  );
  expect(periods).toEqual([
    [{ record: 'state 991' }, '1816-01-01/1942-11-11'],
    // A spell that reaches the end of the list is open.
    [{ record: 'state 991' }, '1944-08-25/..'],
    [{ record: 'state 992' }, '1920-01-10/1938-03-13'],
  ]);
});

describe('problems have line and column, and no record is read from the line', () => {
  const invalid: [name: string, from: string, to: string, place: { line: number; column: string }, message: RegExp][] =
    [
      ['a number with letters', '992,Caria', '99x,Caria', { line: 4, column: 'ccode' }, /“99x” is not a whole number/],
      ['no number', 'BBB,992', 'BBB,', { line: 4, column: 'ccode' }, /is required/],
      ['no name', 'Caria', '', { line: 4, column: 'statenme' }, /is required/],
      [
        'a day that does not exist',
        '1938,3,13',
        '1938,2,30',
        { line: 4, column: 'endday' },
        /1938-02-30 is not a date/,
      ],
      ['a month that does not exist', '1938,3,13', '1938,13,1', { line: 4, column: 'endmonth' }, /from 1 to 12/],
      ['an end before the start', '1938,3,13', '1919,3,13', { line: 4, column: 'endyear' }, /before the start/],
      ['another edition', '13,2016', '13,2024', { line: 4, column: 'version' }, /reads version 2016/],
    ];
  it.each(invalid)('%s', async (_name, from, to, place, message) => {
    const { records, problems } = await read(fixture.replace(from, to));
    expect(problems).toContainEqual({ file: name, ...place, message: expect.stringMatching(message) });
    expect(records.every(({ line }) => line < 4)).toBe(true);
  });

  it('a column of another edition', async () => {
    const { records, problems } = await read(fixture.replace('statenme', 'statename'));
    expect(problems.map(({ column }) => column)).toEqual(['statenme', 'statename']);
    expect(records).toEqual([]);
  });

  it('another file', async () => {
    const { problems } = await read(fixture, 'tss_rivalries.csv');
    expect(problems).toEqual([{ file: name, message: expect.stringMatching(/files of the source cow-states/) }]);
  });
});
