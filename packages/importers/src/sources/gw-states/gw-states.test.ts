import { expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { gwStates } from './index.ts';

const text = fixturesOf('gw-states')('gw_states.csv');
const read = (content: string) => readSource(gwStates, [fileOf('gw_states.csv', content)]);

it('a period of independence is the validity of the number of the state', async () => {
  const { records, problems } = await read(text);
  expect(problems).toEqual([]);
  expect(records.map(({ key, values }) => [key, values.name ?? (values.validity as { edtf: string }).edtf])).toEqual([
    ['state 991', 'Lydia'],
    ['GW 991 from 1816-01-01', '1816-01-01/1942-11-11'],
    ['GW 991 from 1944-08-25', '1944-08-25/..'],
    ['state 992', 'Caria, Upper'],
    ['GW 992 from 1991-12-26', '1991-12-26/..'],
  ]);
});

const invalid: [name: string, from: string, to: string, column: string, message: RegExp][] = [
  ['a day that does not exist', '1942-11-11', '1942-11-31', 'end', /“1942-11-31” is not a day/],
  ['a day in another form', '1816-01-01', '1/1/1816', 'start', /is not a day/],
  ['an end that is both open and stated', ',0\n', ',1\n', 'end_open', /contradicts/],
  ['an end before the start', '1942-11-11', '1800-01-01', 'end', /before the start/],
  ['an invalid number', '991,AAA,Lydia,1816', 'x,AAA,Lydia,1816', 'gwcode', /not a whole number/],
];
it.each(invalid)('%s', async (_name, from, to, column, message) => {
  const { records, problems } = await read(text.replace(from, to));
  expect(problems).toEqual([{ file: 'gw_states.csv', line: 2, column, message: expect.stringMatching(message) }]);
  expect(records.every(({ line }) => line > 2)).toBe(true);
});
