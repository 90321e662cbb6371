import { type Day, daysOfYear, type Period, yearOf } from '@chancery/reader';
import { apiError } from '../errors.ts';

/** The period of a measure: a calendar year (facts that hold on any of its days count) or a day. */
export interface Window extends Period {
  /** The calendar year, or the year of the day. */
  readonly year: number;
  /** The day; null when a year was requested. */
  readonly on: string | null;
}

/** The first year that can be requested. */
export const firstYear = 1;
/** The last year that can be requested. */
export const lastYear = 9_999;

/**
 * Returns the window of the year or the day in the arguments; without either, the window of `day`.
 * @throws GraphQLError BAD_USER_INPUT when both a year and a day are given, or the year is invalid.
 */
export function windowOf(args: { readonly year?: number | null; readonly on?: string | null }, day: string): Window {
  const { year, on } = args;
  if (typeof year === 'number') {
    if (typeof on === 'string') throw apiError('BAD_USER_INPUT', 'Give either a year or a day (on), not both.');
    return windowOfYear(year);
  }
  const isoDay = on ?? day;
  const only: Day = Number(isoDay.replaceAll('-', ''));
  return { from: only, to: only, year: yearOf(only), on: isoDay };
}

/**
 * Returns the window of a calendar year.
 * @throws GraphQLError BAD_USER_INPUT for a number that is not a year.
 */
export function windowOfYear(year: number): Window {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear)
    throw apiError('BAD_USER_INPUT', `A year must be a whole number from ${firstYear} to ${lastYear}, not ${year}.`);
  return { ...daysOfYear(year), year, on: null };
}
