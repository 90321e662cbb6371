import type { DatePrecision } from '../date-precision.ts';
import { failure, type Outcome, success } from '../outcome.ts';
import { FIRST_YEAR, isoDay, LAST_YEAR } from './calendar.ts';
import { readCalendarDate, type UnmarkedDate } from './calendar-point.ts';
import { quote } from './quote.ts';

const UNIT_OF: ReadonlyMap<number, DatePrecision> = new Map([
  [1, 'YEAR'],
  [10, 'DECADE'],
  [100, 'CENTURY'],
  [1000, 'MILLENNIUM'],
]);

/** Parses `1950S2`: a year from 1900 to 1999, estimated as 1950. The edtf package returns 1950 only. */
function estimate(text: string, year: number, significant: number): Outcome<UnmarkedDate> {
  const digits = String(year).length;
  if (significant < 1 || significant > digits) {
    return failure(
      `${quote(text)} has ${significant} significant digits, but the year has ${digits} digits: write S1 to S${digits}.`,
    );
  }
  const unit = 10 ** (digits - significant);
  const low = Math.floor(year / unit) * unit;
  const high = low + unit - 1;
  return success({
    shape: { kind: 'estimate', year, low, high },
    precision: UNIT_OF.get(unit) ?? 'UNSPECIFIED',
    earliest: isoDay(low, 1, 1),
    latest: isoDay(high, 12, 31),
  });
}

const WRITTEN = /^(?:(\d{4})|Y(-?\d+)(?:E(\d+))?)(?:S(\d+))?$/;

/**
 * Parses years with Y, an exponent or significant digits: `Y2E3`, `1950S2`. Null for other texts. Years outside 0001 to
 * 9999 are refused; see `parseUncertainDate`.
 */
export function readLongYear(text: string): Outcome<UnmarkedDate> | null {
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const [, plain, mantissa, exponent, significant] = match;
  const year = Number(plain ?? mantissa) * 10 ** Number(exponent ?? 0);
  // The condition is negated because 0 times an infinite power is NaN, which must be refused too.
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    return failure(`The year in ${quote(text)} cannot be recorded: years run from 0001 to 9999.`);
  }
  if (significant !== undefined) return estimate(text, year, Number(significant));
  return readCalendarDate(text, String(year).padStart(4, '0'), null, null);
}
