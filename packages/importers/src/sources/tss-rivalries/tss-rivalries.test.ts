import { expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { tssRivalries } from './index.ts';

const name = 'tss_rivalries.csv';
const fixture = fixturesOf('tss-rivalries')(name);
const read = (text = fixture) => readSource(tssRivalries, [fileOf(name, text)]);

it('a rivalry is a claim about two states; its end is unknown if it continued when the data end', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  expect(records.map(({ key, values, links }) => [key, values.statement, values.date, links])).toEqual([
    [
      'rivalry 1',
      'Strategic rivalry: Lydia-Caria (position, territory)',
      { edtf: '1494/1716', basis: 'STATED' },
      // Correlates of War has no state numbers before 1816, so the codes have no date.
      { subject: { code: { scheme: 'COW', value: '991' } }, object: { code: { scheme: 'COW', value: '992' } } },
    ],
    [
      'rivalry 2',
      'Strategic rivalry: Caria-Ionia, Upper',
      { edtf: '1950/', basis: 'STATED' },
      {
        subject: { code: { scheme: 'COW', value: '992', on: '2020' } },
        object: { code: { scheme: 'COW', value: '993', on: '2020' } },
      },
    ],
  ]);
});

it('reports a last year before the first year', async () => {
  const { records, problems } = await read(fixture.replace('1494,1716', '1494,1416'));
  expect(problems).toEqual([
    { file: name, line: 2, column: 'end', message: expect.stringMatching(/before the first year/) },
  ]);
  expect(records.map(({ line }) => line)).toEqual([3]);
});
