import type { DatePrecision } from '../date-precision.ts';
import { found, type Outcome, refused } from '../outcome.ts';
import { FIRST_YEAR, isoDay, LAST_YEAR } from './calendar.ts';
import { type Sketch, sketchCalendar } from './calendar-point.ts';
import { quote } from './quote.ts';

const UNIT_OF: ReadonlyMap<number, DatePrecision> = new Map([
  [1, 'YEAR'],
  [10, 'DECADE'],
  [100, 'CENTURY'],
  [1000, 'MILLENNIUM'],
]);

/** `1950S2`: some year that shares the first two digits, estimated as 1950. The package gives 1950 alone. */
function estimate(text: string, year: number, significant: number): Outcome<Sketch> {
  const digits = String(year).length;
  if (significant < 1 || significant > digits) {
    return refused(`${quote(text)} claims ${significant} significant digits, but the year has ${digits}.`);
  }
  const unit = 10 ** (digits - significant);
  const low = Math.floor(year / unit) * unit;
  const high = low + unit - 1;
  return found({
    shape: { kind: 'estimate', year, low, high },
    precision: UNIT_OF.get(unit) ?? 'UNSPECIFIED',
    earliest: isoDay(low, 1, 1),
    latest: isoDay(high, 12, 31),
  });
}

const WRITTEN = /^(?:(\d{4})|Y(-?\d+)(?:E(\d+))?)(?:S(\d+))?$/;

/**
 * Reads years written with Y, an exponent or significant digits: `Y2E3`, `1950S2`. Years outside 0001 to 9999 are
 * refused: neither Postgres dates nor the date types of JSON clients carry them.
 */
export function sketchLongYear(text: string): Outcome<Sketch> | null {
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const [, plain, mantissa, exponent, significant] = match;
  const year = Number(plain ?? mantissa) * 10 ** Number(exponent ?? 0);
  // Said this way round because 0 times an exponent beyond reach is NaN, which is no year either.
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    return refused(`The year in ${quote(text)} cannot be recorded: years run from 0001 to 9999.`);
  }
  if (significant !== undefined) return estimate(text, year, Number(significant));
  return sketchCalendar(text, String(year).padStart(4, '0'), null, null);
}
