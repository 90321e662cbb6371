import { daysInMonth, isoDay, partsOfDay } from '../parse/calendar.ts';
import type { Point } from '../parse/parsed-edtf.ts';
import { twoDigits } from './point-form.ts';

function isDoubted({ doubts }: Point): boolean {
  return Object.values(doubts).some((doubt) => doubt !== 'none');
}

function dayBefore(iso: string): string {
  const { year, month, day } = partsOfDay(iso);
  if (day > 1) return isoDay(year, month, day - 1);
  return month > 1 ? isoDay(year, month - 1, daysInMonth(year, month - 1)) : isoDay(year - 1, 12, 31);
}

function dayAfter(iso: string): string {
  const { year, month, day } = partsOfDay(iso);
  if (day < daysInMonth(year, month)) return isoDay(year, month, day + 1);
  return month < 12 ? isoDay(year, month + 1, 1) : isoDay(year + 1, 1, 1);
}

/**
 * Returns the given day, or the month or year that contains it, as suits a precision: for a year, 2018-12-31 becomes
 * 2018.
 */
function inUnit(iso: string, precision: Point['precision'], atYearEdge: boolean): string {
  const { year, month } = partsOfDay(iso);
  const years = String(year).padStart(4, '0');
  if (precision === 'DAY') return iso;
  return atYearEdge && precision !== 'MONTH' ? years : `${years}-${twoDigits(month)}`;
}

/**
 * Returns the day, month or year that ends directly before a date: “before 2019” ends with 2018. A date with qualifiers
 * is returned unchanged, because its limits are not exact. Null if the date has no bounds.
 */
export function dateBefore(point: Point): string | null {
  if (point.earliest === null) return null;
  if (isDoubted(point)) return point.text;
  return inUnit(dayBefore(point.earliest), point.precision, point.earliest.endsWith('-01-01'));
}

/** Returns the day, month or year that begins directly after a date; see {@link dateBefore} for the other cases. */
export function dateAfter(point: Point): string | null {
  if (point.latest === null) return null;
  if (isDoubted(point)) return point.text;
  return inUnit(dayAfter(point.latest), point.precision, point.latest.endsWith('-12-31'));
}
