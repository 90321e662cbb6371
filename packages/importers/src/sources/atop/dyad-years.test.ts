// The obligations of the importer, held to the published file of who owes whom what in a year, which is of edition 5.0.
import { expect, it } from '@jest/globals';
import { differing, dyadYearsOf, explained, onlyIn, publishedDyadYears } from '../../testing/dyad-years.ts';
import { published, publishedFiles } from '../../testing/published.ts';
import { readSource } from '../../testing/read-source.ts';
import { atop } from './index.ts';

const flags = {
  atop_defense: 'DEFENSE',
  atop_offense: 'OFFENSE',
  atop_neutral: 'NEUTRALITY',
  atop_nonagg: 'NONAGGRESSION',
  atop_consul: 'CONSULTATION',
};

it('each owes each other the same in the same years, but where the source does not say to whom', async () => {
  const [files, file] = [publishedFiles(atop.manifest), published('atop_v5_directed_dyad_year.csv')];
  if (!files || !file) return;
  const { records } = await readSource(atop, files);
  const ours = dyadYearsOf(records, 2018);
  const theirs = await publishedDyadYears(file, flags);
  const owing = new Map([...theirs].filter(([, types]) => types.size > 0));
  expect([ours.size, owing.size, theirs.size]).toEqual([273_265, 273_126, 273_296]);
  expect(onlyIn(owing, ours)).toEqual([]);
  expect(
    explained(onlyIn(ours, theirs), {
      'the other member of treaty 1320 is in no state system (line 206)': (one, other) =>
        one === 8152 || other === 8152,
      'two states that become one share the day on which they do': (_one, _other, year) => year === 1990,
    }),
  ).toEqual({
    'the other member of treaty 1320 is in no state system (line 206)': 20,
    'two states that become one share the day on which they do': 8,
  });

  // Where a line says that its member owes one what it does not owe another, it is taken to owe it to all, with a note.
  expect(differing(ours, theirs)).toEqual({
    '+DEFENSE': 214,
    '+NEUTRALITY': 114,
    '+NONAGGRESSION': 74,
    '+OFFENSE': 34,
  });
  // What is left are years in which a phase ended and another began: treaties 1155, 1362 and 1415.
  const sure = records.filter(({ values }) => values.note === undefined);
  const more = Object.entries(differing(dyadYearsOf(sure, 2018), theirs)).filter(([what]) => what.startsWith('+'));
  expect(Object.fromEntries(more)).toEqual({ '+DEFENSE': 1, '+NEUTRALITY': 13, '+OFFENSE': 1 });
}, 300_000);
