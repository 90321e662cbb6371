// The proleptic Gregorian calendar from 0001-01-01 to 9999-12-31 in whole days, without times or time zones.

export const FIRST_YEAR = 1;
export const LAST_YEAR = 9999;

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Returns the English name of a month.
 * @throws RangeError if the number is not from 1 to 12
 */
export function monthName(month: number): string {
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) throw new RangeError(`${month} is not a month from 1 to 12`);
  return name;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Returns the number of days of a month. `month` is 1 to 12 and not checked. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Returns a day as `YYYY-MM-DD`. Such strings sort in the order of the days. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Splits an ISO day into the numbers of its year, month and day.
 * @throws RangeError if the text has fewer than three parts
 */
export function partsOfDay(iso: string): { year: number; month: number; day: number } {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`${iso} is not an ISO day`);
  return { year, month, day };
}

/** Whether a text is a day of the calendar from 0001-01-01 to 9999-12-31, written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
