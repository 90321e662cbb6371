import { type Day, daysOfYear, type Period, yearOf } from '@chancery/reader';
import { apiError } from '../errors.ts';

/** When a measure is taken: in a calendar year (what holds on any of its days), or on a day. */
export interface Window extends Period {
  /** The calendar year, or that of the day. */
  readonly year: number;
  /** The day; null where a year was asked for. */
  readonly on: string | null;
}

/** The years that can be asked for. */
export const firstYear = 1;
export const lastYear = 9_999;

/**
 * The window that arguments name: a year or a day, by default the day given.
 * @throws GraphQLError BAD_USER_INPUT where both are named, or a year that is none.
 */
export function windowOf(args: { readonly year?: number | null; readonly on?: string | null }, day: string): Window {
  const { year, on } = args;
  if (typeof year === 'number') {
    if (typeof on === 'string') throw apiError('BAD_USER_INPUT', 'Ask for a year or for a day, not for both.');
    return windowOfYear(year);
  }
  const written = on ?? day;
  const only: Day = Number(written.replaceAll('-', ''));
  return { from: only, to: only, year: yearOf(only), on: written };
}

/** The window of a calendar year. */
export function windowOfYear(year: number): Window {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear)
    throw apiError('BAD_USER_INPUT', `A year is a whole number from ${firstYear} to ${lastYear}.`);
  return { ...daysOfYear(year), year, on: null };
}
