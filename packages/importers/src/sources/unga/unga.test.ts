import { expect, it } from '@jest/globals';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { unga } from './index.ts';

const header =
  'rcid,session_unvotes,date,cal_year,unres_unvotes,amend,para,short,descr,me,nu,di,hr,co,ec,in_2015_votes';
const rollCalls = `${header}
9001,34,1979-12-02,1979,R/34/76A,0,0,"LYDIA, QUESTION OF",About Lydia.,0,0,0,0,0,0,1
9002,34,1979-12-03,1979,,,,,About\t\b Caria.,0,0,0,0,0,0,1
9003,71,2016-12-05,2016,R/71/1,,,,,0,0,0,0,0,,0
`;
const early = 'rcid,ccode,vote\n9001,991,1\n9001,992,8\n9002,991,2\n';
const late = 'rcid,country,country_code,vote\n9003,Namibia,NA,no\n';
const read = (calls = rollCalls, ballots = early, later = late) =>
  readSource(unga, [
    fileOf('unga_roll_calls.csv.gz', calls),
    fileOf('unga_votes_1946_2015_ccode.csv.gz', ballots),
    fileOf('unga_votes_2016_2020_iso2.csv.gz', later),
  ]);

it('a roll call is a resolution with its number, and each ballot a state on its day', async () => {
  const { entries, problems, rows } = await read();
  expect({ problems, rows }).toEqual({ problems: [], rows: 7 });
  const resolutions = entries.filter(({ type }) => type === 'Resolution');
  expect(resolutions.map(({ values }) => [values.title, values.symbol])).toEqual([
    ['LYDIA, QUESTION OF', 'A/RES/34/76A'],
    ['About Caria.', undefined],
    ['Roll call 9003', 'A/RES/71/1'],
  ]);
  const ballots = entries.filter(({ type }) => type === 'Ballot');
  expect(ballots.map(({ values, links }) => [values.choice, links.state])).toEqual([
    ['YES', { code: { scheme: 'COW', value: '991', on: '1979-12-02' } }],
    // Absent is not abstain.
    ['ABSENT', { code: { scheme: 'COW', value: '992', on: '1979-12-02' } }],
    ['ABSTAIN', { code: { scheme: 'COW', value: '991', on: '1979-12-03' } }],
    ['NO', { code: { scheme: 'ISO_A2', value: 'NA', on: '2016-12-05' } }],
  ]);
});

it('a vote that the source does not have, a roll call that there is not, a roll call twice', async () => {
  const { problems } = await read(
    rollCalls.replace('9002,34', '9001,34'),
    early.replace('9001,992,8', '9001,992,9').replace('9002,991', '9009,991'),
  );
  expect(problems).toEqual([
    { file: 'unga_roll_calls.csv.gz', line: 3, column: 'rcid', message: expect.stringMatching(/9001 stands above/) },
    {
      file: 'unga_votes_1946_2015_ccode.csv.gz',
      line: 3,
      column: 'vote',
      message: expect.stringMatching(/“9” is none/),
    },
    {
      file: 'unga_votes_1946_2015_ccode.csv.gz',
      line: 4,
      column: 'rcid',
      message: expect.stringMatching(/no roll call 9009/),
    },
  ]);
});

it('a year that is not that of the day', async () => {
  const { problems } = await read(rollCalls.replace('1979-12-03,1979', '1979-12-03,1980'), 'rcid,ccode,vote\n');
  expect(problems).toEqual([
    { file: 'unga_roll_calls.csv.gz', line: 3, column: 'cal_year', message: expect.stringMatching(/1979-12-03/) },
  ]);
});
