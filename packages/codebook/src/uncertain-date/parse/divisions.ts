import type { DatePrecision } from '../date-precision.ts';
import { daysInMonth, isoDay, LAST_YEAR } from './calendar.ts';
import { candidateYears } from './digits.ts';

/**
 * A division of a year, which EDTF writes in place of the month. EDTF does not define the months of a season; we use
 * meteorological seasons. A season without a hemisphere (21-24) is of the northern hemisphere. A season that spans New
 * Year belongs to the year in which it begins, so that the codes 21-24 are in order: 2019-24 is December 2019 to
 * February 2020.
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
  ['spring', 'summer', 'autumn', 'winter'].map((name, index) => [
    first + index,
    { precision: 'SEASON', name, hemisphere, firstMonth: firstMonths[index] ?? 1, months: 3 },
  ]);

const equalParts = (first: number, precision: Division['precision'], names: readonly string[]): [number, Division][] =>
  names.map((name, index) => {
    const months = 12 / names.length;
    return [first + index, { precision, name, hemisphere: null, firstMonth: 1 + index * months, months }];
  });

/** All divisions of a year by their EDTF code. */
export const DIVISIONS: ReadonlyMap<number, Division> = new Map([
  ...seasons(21, null, [3, 6, 9, 12]),
  ...seasons(25, 'northern', [3, 6, 9, 12]),
  ...seasons(29, 'southern', [9, 12, 3, 6]),
  ...equalParts(33, 'QUARTER', ['first quarter', 'second quarter', 'third quarter', 'fourth quarter']),
  ...equalParts(37, 'QUADRIMESTER', ['first four months', 'middle four months', 'last four months']),
  ...equalParts(40, 'SEMESTER', ['first half', 'second half']),
]);

/**
 * Returns the division of the year that an EDTF code denotes. Pass only codes that the parser has accepted.
 * @throws RangeError for any other code.
 */
export function divisionOf(code: number): Division {
  const division = DIVISIONS.get(code);
  if (division === undefined) throw new RangeError(`no division of the year has the code ${code}`);
  return division;
}

/** Whether a division ends in the year after the one in which it begins. */
export function spansNewYear(division: Division): boolean {
  return division.firstMonth + division.months > 13;
}

/**
 * Returns the first and last day of a division in a year, whose digits may be X. Null if no year matches or the
 * division ends after the year 9999.
 */
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
