// Compares the records of the importer with known counts of the published file.
import { expect } from '@jest/globals';
import type { SourceRecord } from '../../source-record.ts';
import { itWithPublished } from '../../testing/it-with-published.ts';
import { readSource } from '../../testing/read-source.ts';
import { mme } from './index.ts';

const edtfOf = (record: SourceRecord, field: string) => (record.values[field] as { edtf: string } | undefined)?.edtf;

itWithPublished({ of: mme.manifest }, 'agrees with known counts', async (files) => {
  const { records, notes } = await readSource(mme, files);
  const exercises = records.filter(({ type }) => type === 'Exercise');
  const withoutDay = (field: string) => exercises.filter((record) => edtfOf(record, field)?.length === 7).length;
  const omitted = (column: string) => notes.filter((note) => note.column === column).length;
  expect(withoutDay('start')).toBe(814);
  // Of 1,089 ends without a day one is before the start and omitted, as are five ends with a day.
  expect([withoutDay('end'), omitted('end_iso')]).toEqual([1_088, 6]);

  const participantsByExercise = new Map<string, string[]>();
  for (const { type, links } of records) {
    const { exercise, actor } = links;
    if (type !== 'Participation' || !exercise || !actor || !('record' in exercise) || !('name' in actor)) continue;
    participantsByExercise.set(exercise.record, [
      ...(participantsByExercise.get(exercise.record) ?? []),
      actor.name.text,
    ]);
  }
  expect(exercises.length - participantsByExercise.size).toBe(91);
  expect([...participantsByExercise.values()].filter((names) => names.length === 1)).toHaveLength(43);
  expect(
    [...participantsByExercise.values()].filter((names) => names.includes('Russia') && names.includes('Iran')),
  ).toEqual([]);
  expect(
    exercises
      .filter(({ values }) => /^Peace Mission/i.test(String(values.name)))
      .map((record) => edtfOf(record, 'start')?.slice(0, 4)),
  ).toEqual(['2005', '2007', '2009', '2010']);
});
