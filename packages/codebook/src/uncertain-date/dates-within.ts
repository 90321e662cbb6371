import { boundOf } from './parse/interval.ts';
import { readEdtf } from './parse/read-edtf.ts';
import type { Bounds } from './parse/reading.ts';

/**
 * Returns the bounds of each date in an EDTF text: of each member of a set, else of the date itself. `{1964,2020}`
 * gives two years. Empty if the text is not a date.
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
