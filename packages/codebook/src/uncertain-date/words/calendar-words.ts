import { daysInMonth, monthName } from '../parse/calendar.ts';
import { candidates } from '../parse/digits.ts';
import type { Shape } from '../parse/parsed-edtf.ts';
import { ordinal } from './numbers.ts';
import { ofYearWords, yearWords } from './year-words.ts';

type Calendar = Extract<Shape, { kind: 'calendar' }>;

/** Whether a part of a date is present and has no missing digit. */
function isStated(part: string | null): part is string {
  return part !== null && !part.includes('X');
}

/**
 * Returns the first and last number from `low` to `high` that match a mask such as `1X`; null for masks of another
 * form, or if no number matches.
 */
function run(part: string | null, low: number, high: number): { first: number; last: number } | null {
  if (part === null || !/^\dX$/.test(part)) return null;
  const matching = candidates(part, low, high);
  const [first] = matching;
  const last = matching.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

function someUnit(unit: 'day' | 'month', year: string): string {
  return year === 'XXXX' ? 'an unstated date' : `some ${unit} in ${yearWords(year)}`;
}

function missingDay(year: string, month: string, day: string): string | null {
  if (day === 'XX') return `some day in ${monthName(Number(month))}${ofYearWords(year)}`;
  // A year with missing digits may be a leap year, like 2000.
  const length = daysInMonth(isStated(year) ? Number(year) : 2000, Number(month));
  const days = run(day, 1, length);
  if (days === null) return null;
  return `some day between ${days.first} and ${days.last} ${monthName(Number(month))}${ofYearWords(year)}`;
}

function missingMonth(year: string, month: string, day: string | null): string | null {
  if (month === 'XX') {
    if (day === null) return someUnit('month', year);
    if (day === 'XX') return someUnit('day', year);
    if (!isStated(day)) return null;
    const nth = `the ${ordinal(Number(day))}`;
    return year === 'XXXX' ? `${nth} of an unstated month and year` : `${nth} of some month in ${yearWords(year)}`;
  }
  const months = run(month, 1, 12);
  if (months === null || (day !== null && day !== 'XX')) return null;
  const unit = day === null ? 'month' : 'day';
  return `some ${unit} between ${monthName(months.first)} and ${monthName(months.last)}${ofYearWords(year)}`;
}

function wordsOfParts(year: string, month: string | null, day: string | null): string | null {
  if (month === null) return year === 'XXXX' ? 'an unstated year' : yearWords(year);
  if (!isStated(month)) return missingMonth(year, month, day);
  const named = `${monthName(Number(month))}${ofYearWords(year)}`;
  if (day === null) return named;
  return isStated(day) ? `${Number(day)} ${named}` : missingDay(year, month, day);
}

/** Returns a calendar date in words. Any of its digits may be missing (`X`). */
export function calendarWords({ year, month, day }: Calendar): string {
  const digits = [year, month, day].filter((part) => part !== null).join('-');
  return wordsOfParts(year, month, day) ?? `a date written ${digits}`;
}
