import { expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { mme } from './index.ts';

const fixture = fixturesOf('mme');
const exercises = fixture('mme_v7_exercises.csv');
const participants = fixture('mme_v7_participants.csv');
const read = (exerciseText = exercises, participantText = participants) =>
  readSource(mme, [fileOf('mme_v7_exercises.csv', exerciseText), fileOf('mme_v7_participants.csv', participantText)]);

it('an exercise has its own name, else the name of its series, else its description', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  expect(records.map(({ key, values }) => [key, values.name])).toEqual([
    ['series Lion', 'Lion'],
    ['exercise 1', 'Lion 80'],
    ['MME mme1', undefined],
    ['exercise 2', 'Lion'],
    ['MME mme2', undefined],
    // Its number is also used for another exercise, so it is not a code.
    ['exercise 3', 'relief after an earthquake'],
    ['participation 1 Lydia', undefined],
    ['participation 1 Caria', undefined],
  ]);
});

it('dates are as precise as the source states them, and unknown values are not imported', async () => {
  const { records } = await read();
  expect(records.find(({ key }) => key === 'exercise 1')).toMatchObject({
    values: {
      status: 'HELD',
      domains: ['AIR', 'SEA'],
      focus: ['WARFIGHTING'],
      start: { edtf: '1980-01-14' },
      location: 'Sardis',
      position: { latitude: 38.5, longitude: 28 },
    },
    links: { series: { record: 'series Lion' } },
  });
  expect(records.find(({ key }) => key === 'exercise 2')?.values).toEqual({
    name: 'Lion',
    status: 'HELD',
    exerciseType: 'COMMAND_POST',
    start: { edtf: '1981-02', basis: 'STATED' },
    end: { edtf: '1981-02', basis: 'STATED' },
  });
});

it('an end before the start and a repeated participant are omitted with a note', async () => {
  const { records, notes } = await read();
  expect(records.find(({ key }) => key === 'exercise 3')?.values).not.toHaveProperty('end');
  expect(notes).toEqual([
    { file: 'mme_v7_exercises.csv', line: 4, column: 'end_iso', message: expect.stringMatching(/before the start/) },
    { file: 'mme_v7_participants.csv', line: 4, column: 'participant', message: expect.stringMatching(/already/) },
  ]);
});

const invalid: [name: string, from: string, to: string, column: string, message: RegExp][] = [
  ['a month that does not exist', '1980-01-14', '1980-13', 'start_iso', /“1980-13” is not a day, month or year/],
  ['no start', '1980-01-14', '', 'start_iso', /is required/],
  ['an invalid latitude', '38.5', '98.5', 'lat', /from -90 to 90/],
  ['an invalid flag', 'x,x,0,1,0,1', 'x,x,0,2,0,1', 'Air', /“2” is not a value/],
];
it.each(invalid)('%s', async (_name, from, to, column, message) => {
  const { problems } = await read(exercises.replace(from, to));
  expect(problems).toContainEqual({
    file: 'mme_v7_exercises.csv',
    line: 2,
    column,
    message: expect.stringMatching(message),
  });
});

it('reports a participant of an unknown exercise', async () => {
  const { problems } = await read(exercises, participants.replace('1,mme1,2', '7,mme1,2'));
  expect(problems).toEqual([
    { file: 'mme_v7_participants.csv', line: 3, column: 'row_no', message: expect.stringMatching(/row number 7/) },
  ]);
});
