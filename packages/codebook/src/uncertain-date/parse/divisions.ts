import type { DatePrecision } from '../date-precision.ts';
import { daysInMonth, isoDay, LAST_YEAR } from './calendar.ts';
import { candidateYears } from './digits.ts';

/**
 * The divisions of a year that EDTF writes in the month's place. EDTF leaves the months of a season to the reader; ours
 * are the meteorological ones. A plain season (21-24) is of the northern hemisphere. A season that spans New Year
 * belongs to the year in which it begins, which keeps the codes 21-24 in order: 2019-24 is December 2019 to February
 * 2020.
 */
interface Division {
  readonly precision: Extract<DatePrecision, 'SEASON' | 'QUARTER' | 'QUADRIMESTER' | 'SEMESTER'>;
  readonly name: string;
  readonly hemisphere: 'northern' | 'southern' | null;
  readonly firstMonth: number;
  readonly months: number;
}

const seasons = (
  first: number,
  hemisphere: Division['hemisphere'],
  firstMonths: readonly number[],
): [number, Division][] =>
  ['spring', 'summer', 'autumn', 'winter'].map((name, at) => [
    first + at,
    { precision: 'SEASON', name, hemisphere, firstMonth: firstMonths[at] ?? 1, months: 3 },
  ]);

const shares = (first: number, precision: Division['precision'], names: readonly string[]): [number, Division][] =>
  names.map((name, at) => {
    const months = 12 / names.length;
    return [first + at, { precision, name, hemisphere: null, firstMonth: 1 + at * months, months }];
  });

/** Every division by its code. */
export const DIVISIONS: ReadonlyMap<number, Division> = new Map([
  ...seasons(21, null, [3, 6, 9, 12]),
  ...seasons(25, 'northern', [3, 6, 9, 12]),
  ...seasons(29, 'southern', [9, 12, 3, 6]),
  ...shares(33, 'QUARTER', ['first quarter', 'second quarter', 'third quarter', 'fourth quarter']),
  ...shares(37, 'QUADRIMESTER', ['first four months', 'middle four months', 'last four months']),
  ...shares(40, 'SEMESTER', ['first half', 'second half']),
]);

/** The division of a code. Codes are checked when a text is parsed. */
export function divisionOf(code: number): Division {
  const division = DIVISIONS.get(code);
  if (division === undefined) throw new RangeError(`no division of the year has the code ${code}`);
  return division;
}

/** Whether a division ends in the year after the one it is named for. */
export function spansNewYear(division: Division): boolean {
  return division.firstMonth + division.months > 13;
}

/** First and last day of a division; null when it would end after the year 9999 or no year fits the digits. */
export function divisionExtremes(year: string, code: number): { first: string; last: string } | null {
  const division = divisionOf(code);
  const years = candidateYears(year);
  const [firstYear] = years;
  const lastYear = years.at(-1);
  if (firstYear === undefined || lastYear === undefined) return null;
  const endYear = spansNewYear(division) ? lastYear + 1 : lastYear;
  const endMonth = ((division.firstMonth + division.months - 2) % 12) + 1;
  if (endYear > LAST_YEAR) return null;
  return {
    first: isoDay(firstYear, division.firstMonth, 1),
    last: isoDay(endYear, endMonth, daysInMonth(endYear, endMonth)),
  };
}
