import { boundOf } from './parse/interval.ts';
import type { Bounds } from './parse/parsed-edtf.ts';
import { readEdtf } from './parse/read-edtf.ts';

/**
 * Returns the bounds of each date in an EDTF text: of each member of a set, or of the one date or interval.
 * `{1964,2020}` gives two years. An open end of a set (`{1964..}`) adds no date. Empty if the text is not a date.
 */
export function datesWithin(edtf: string): Bounds[] {
  const reading = readEdtf(edtf);
  if (!reading.ok) return [];
  switch (reading.value.form) {
    case 'point':
      return [{ earliest: reading.value.point.earliest, latest: reading.value.point.latest }];
    case 'interval': {
      const { start, end } = reading.value;
      return [{ earliest: boundOf(start, 'earliest'), latest: boundOf(end, 'latest') }];
    }
    case 'set':
      return reading.value.members.map(({ from, to }) => ({
        earliest: from.earliest,
        latest: (to ?? from).latest,
      }));
    default:
      return reading.value satisfies never;
  }
}
