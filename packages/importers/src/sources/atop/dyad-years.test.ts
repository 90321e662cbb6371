// Compares the obligations of the importer with the published file by directed dyad and year, which is of edition 5.0.
import { expect } from '@jest/globals';
import {
  countByReason,
  countDifferences,
  dyadYearsOf,
  keysOnlyIn,
  publishedDyadYears,
} from '../../testing/dyad-years.ts';
import { itWithPublished } from '../../testing/it-with-published.ts';
import { readSource } from '../../testing/read-source.ts';
import { atop } from './index.ts';

const flags = {
  atop_defense: 'DEFENSE',
  atop_offense: 'OFFENSE',
  atop_neutral: 'NEUTRALITY',
  atop_nonagg: 'NONAGGRESSION',
  atop_consul: 'CONSULTATION',
};

const published = { of: atop.manifest, and: 'atop_v5_directed_dyad_year.csv' };

itWithPublished(
  published,
  'obligations agree by dyad and year, except where the source does not name the other side',
  async (files, file) => {
    const { records } = await readSource(atop, files);
    const ours = dyadYearsOf(records, 2018);
    const theirs = await publishedDyadYears(file, flags);
    const owing = new Map([...theirs].filter(([, types]) => types.size > 0));
    expect([ours.size, owing.size, theirs.size]).toEqual([273_265, 273_126, 273_296]);
    expect(keysOnlyIn(owing, ours)).toEqual([]);
    expect(
      countByReason(keysOnlyIn(ours, theirs), {
        'the other member of treaty 1320 is in no state system (line 206)': (from, to) => from === 8152 || to === 8152,
        'two states that unite share the day of their union': (_from, _to, year) => year === 1990,
      }),
    ).toEqual({
      'the other member of treaty 1320 is in no state system (line 206)': 20,
      'two states that unite share the day of their union': 8,
    });

    // If a member owes something to some of the others only, the importer records it for all of them, with a note.
    expect(countDifferences(ours, theirs)).toEqual({
      '+DEFENSE': 214,
      '+NEUTRALITY': 114,
      '+NONAGGRESSION': 74,
      '+OFFENSE': 34,
    });
    // The rest are years in which one phase ended and another began: treaties 1155, 1362 and 1415.
    const withoutNote = records.filter(({ values }) => values.note === undefined);
    const additional = Object.entries(countDifferences(dyadYearsOf(withoutNote, 2018), theirs)).filter(([type]) =>
      type.startsWith('+'),
    );
    expect(Object.fromEntries(additional)).toEqual({ '+DEFENSE': 1, '+NEUTRALITY': 13, '+OFFENSE': 1 });
  },
);
