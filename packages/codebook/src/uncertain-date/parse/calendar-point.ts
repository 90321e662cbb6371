import type { DatePrecision } from '../date-precision.ts';
import { found, type Outcome, refused } from '../outcome.ts';
import { calendarProblem } from './calendar-problem.ts';
import { extremes } from './digits.ts';
import { DIVISIONS, divisionExtremes, divisionOf } from './divisions.ts';
import { quote } from './quote.ts';
import type { Bounds, Shape } from './reading.ts';

/** What a date says before its doubts are known. */
export interface Sketch extends Bounds {
  readonly shape: Shape;
  readonly precision: DatePrecision;
}

function precisionOfYear(year: string): DatePrecision {
  if (/^\d{4}$/.test(year)) return 'YEAR';
  if (/^\d{3}X$/.test(year)) return 'DECADE';
  if (/^\d{2}XX$/.test(year)) return 'CENTURY';
  return /^\dXXX$/.test(year) ? 'MILLENNIUM' : 'UNSPECIFIED';
}

/** The unit that the stated digits name: 2019-XX-XX is a year, 2019-XX-15 is no unit at all. */
function precisionOf(year: string, month: string | null, day: string | null): DatePrecision {
  const stated = [month, day].filter((part) => part !== null && part !== 'XX').join('');
  if (stated === '') return precisionOfYear(year);
  if (/X/.test(year + stated) || month === 'XX') return 'UNSPECIFIED';
  return day === null || day === 'XX' ? 'MONTH' : 'DAY';
}

/** A year of which no digit is stated tells nothing of when: its bounds are unknown, not the whole of time. */
function bounds(year: string, spanned: { first: string; last: string }): Bounds {
  return year === 'XXXX' ? { earliest: null, latest: null } : { earliest: spanned.first, latest: spanned.last };
}

function sketchDivision(text: string, year: string, code: number): Outcome<Sketch> {
  const spanned = divisionExtremes(year, code);
  if (spanned === null && year !== 'XXXX') {
    return refused(`${quote(text)} would end after the year 9999, which cannot be recorded.`);
  }
  const { earliest, latest } = spanned === null ? { earliest: null, latest: null } : bounds(year, spanned);
  const precision = year.includes('X') ? 'UNSPECIFIED' : divisionOf(code).precision;
  return found({ shape: { kind: 'division', year, code }, precision, earliest, latest });
}

/** Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (any digit may be X) and the divisions of a year, marks of doubt taken off. */
export function sketchCalendar(text: string, year: string, month: string | null, day: string | null): Outcome<Sketch> {
  const fault = calendarProblem(text, year, month, day);
  if (fault !== null) return refused(fault);
  if (month !== null && DIVISIONS.has(Number(month))) return sketchDivision(text, year, Number(month));
  const spanned = extremes(year, month, day);
  if (spanned === null) return refused(`No day of the calendar fits the digits of ${quote(text)}.`);
  return found({
    shape: { kind: 'calendar', year, month, day },
    precision: precisionOf(year, month, day),
    ...bounds(year, spanned),
  });
}
