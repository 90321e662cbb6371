import { expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { itWithPublished } from '../../testing/it-with-published.ts';
import { rowsOf } from '../../testing/published.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { unga } from './index.ts';

const fixture = fixturesOf('unga');
const rollCalls = fixture('unga_roll_calls.csv');
const early = fixture('unga_votes_1946_2015_ccode.csv');
const late = fixture('unga_votes_2016_2020_iso2.csv');
const read = (calls = rollCalls, ballots = early, later = late) =>
  readSource(unga, [
    fileOf('unga_roll_calls.csv.gz', calls),
    fileOf('unga_votes_1946_2015_ccode.csv.gz', ballots),
    fileOf('unga_votes_2016_2020_iso2.csv.gz', later),
  ]);

it('a roll call is a resolution with its number, and each ballot refers to the state on that day', async () => {
  const { records, problems, rows } = await read();
  expect({ problems, rows }).toEqual({ problems: [], rows: 7 });
  const resolutions = records.filter(({ type }) => type === 'Resolution');
  expect(resolutions.map(({ values }) => [values.title, values.symbol])).toEqual([
    ['LYDIA, QUESTION OF', 'A/RES/34/76A'],
    ['About Caria.', undefined],
    ['Roll call 9003', 'A/RES/71/1'],
  ]);
  const ballots = records.filter(({ type }) => type === 'Ballot');
  expect(ballots.map(({ values, links }) => [values.choice, links.state])).toEqual([
    ['YES', { code: { scheme: 'COW', value: '991', on: '1979-12-02' } }],
    // Absence is not abstention.
    ['ABSENT', { code: { scheme: 'COW', value: '992', on: '1979-12-02' } }],
    ['ABSTAIN', { code: { scheme: 'COW', value: '991', on: '1979-12-03' } }],
    ['NO', { code: { scheme: 'ISO_A2', value: 'NA', on: '2016-12-05' } }],
  ]);
});

it('reports an unknown vote, an unknown roll call and a repeated roll call', async () => {
  const { problems } = await read(
    rollCalls.replace('9002,34', '9001,34'),
    early.replace('9001,992,8', '9001,992,9').replace('9002,991', '9009,991'),
  );
  expect(problems).toEqual([
    { file: 'unga_roll_calls.csv.gz', line: 3, column: 'rcid', message: expect.stringMatching(/9001 occurs twice/) },
    {
      file: 'unga_votes_1946_2015_ccode.csv.gz',
      line: 3,
      column: 'vote',
      message: expect.stringMatching(/“9” is not a value/),
    },
    {
      file: 'unga_votes_1946_2015_ccode.csv.gz',
      line: 4,
      column: 'rcid',
      message: expect.stringMatching(/Roll call 9009 is not in/),
    },
  ]);
});

it('reports a year that contradicts the day', async () => {
  const { problems } = await read(rollCalls.replace('1979-12-03,1979', '1979-12-03,1980'));
  expect(problems).toContainEqual({
    file: 'unga_roll_calls.csv.gz',
    line: 3,
    column: 'cal_year',
    message: expect.stringMatching(/1979-12-03/),
  });
});

itWithPublished(
  { of: unga.manifest },
  'the gaps of the coverage are the years with at most one roll call with votes',
  async (files) => {
    const [rolls, ...votes] = files;
    if (!rolls) throw new Error('The source has no files.');
    const voted = new Set<string>();
    for (const file of votes) for await (const row of rowsOf(file)) voted.add(row('rcid'));
    const counts = new Map<string, number>();
    let unvoted = 0;
    for await (const row of rowsOf(rolls)) {
      if (voted.has(row('rcid'))) counts.set(row('cal_year'), (counts.get(row('cal_year')) ?? 0) + 1);
      else unvoted += 1;
    }
    const [covered] = unga.manifest.covers;
    const [from, to] = (covered?.period ?? '').split('/').map(Number) as [number, number];
    const years = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
    // Of the other years 1951 has the fewest, since the sixth session had hardly begun.
    const few = years.filter((year) => (counts.get(year) ?? 0) < 7);
    expect([`{${few.join()}}`, counts.get('1964'), counts.get('2020'), counts.get('1951')]).toEqual([
      covered?.gaps,
      undefined,
      1,
      7,
    ]);
    expect(covered?.note).toContain(` ${unvoted} of the roll calls`);
  },
);
