import type { DatePrecision } from '../date-precision.ts';
import { failure, type Outcome, success } from '../outcome.ts';
import { calendarProblem } from './calendar-problem.ts';
import { extremes } from './digits.ts';
import { DIVISIONS, divisionExtremes, divisionOf } from './divisions.ts';
import type { Bounds, Shape } from './parsed-edtf.ts';
import { quote } from './quote.ts';

/** A single date before its qualifiers are parsed. */
export interface UnmarkedDate extends Bounds {
  readonly shape: Shape;
  readonly precision: DatePrecision;
}

function precisionOfYear(year: string): DatePrecision {
  if (/^\d{4}$/.test(year)) return 'YEAR';
  if (/^\d{3}X$/.test(year)) return 'DECADE';
  if (/^\d{2}XX$/.test(year)) return 'CENTURY';
  return /^\dXXX$/.test(year) ? 'MILLENNIUM' : 'UNSPECIFIED';
}

/** Returns the calendar unit that the stated digits name: YEAR for 2019-XX-XX, UNSPECIFIED for 2019-XX-15. */
function precisionOf(year: string, month: string | null, day: string | null): DatePrecision {
  const stated = [month, day].filter((part) => part !== null && part !== 'XX').join('');
  if (stated === '') return precisionOfYear(year);
  if (/X/.test(year + stated) || month === 'XX') return 'UNSPECIFIED';
  return day === null || day === 'XX' ? 'MONTH' : 'DAY';
}

/**
 * Returns the first and last day of a date as its bounds. If no digit of the year is stated, the bounds are unknown.
 */
function boundsOf(year: string, span: { first: string; last: string }): Bounds {
  return year === 'XXXX' ? { earliest: null, latest: null } : { earliest: span.first, latest: span.last };
}

function readDivision(text: string, year: string, code: number): Outcome<UnmarkedDate> {
  const span = divisionExtremes(year, code);
  if (span === null && year !== 'XXXX') {
    return failure(`${quote(text)} would end after the year 9999, which cannot be recorded.`);
  }
  const { earliest, latest } = span === null ? { earliest: null, latest: null } : boundsOf(year, span);
  const precision = year.includes('X') ? 'UNSPECIFIED' : divisionOf(code).precision;
  return success({ shape: { kind: 'division', year, code }, precision, earliest, latest });
}

/** Parses `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (any digit may be X) and the divisions of a year, without qualifiers. */
export function readCalendarDate(
  text: string,
  year: string,
  month: string | null,
  day: string | null,
): Outcome<UnmarkedDate> {
  const problem = calendarProblem(text, year, month, day);
  if (problem !== null) return failure(problem);
  if (month !== null && DIVISIONS.has(Number(month))) return readDivision(text, year, Number(month));
  const span = extremes(year, month, day);
  if (span === null) return failure(`No day of the calendar matches ${quote(text)}.`);
  return success({
    shape: { kind: 'calendar', year, month, day },
    precision: precisionOf(year, month, day),
    ...boundsOf(year, span),
  });
}
