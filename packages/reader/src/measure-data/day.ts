/**
 * A day as a number that sorts, such as 20190902; open ends are infinite. JSON has no dates, and there are many to
 * compare: a portfolio of one year looks at every obligation of the register.
 */
export type Day = number;

/** A day as Postgres writes it in JSON. */
export type WrittenDay = string | null;

/** Reads a day; null where it is not known. */
export function dayOf(written: WrittenDay): Day | null {
  if (written === null) return null;
  if (written === 'infinity') return Number.POSITIVE_INFINITY;
  if (written === '-infinity') return Number.NEGATIVE_INFINITY;
  const day = Number(written.slice(0, 10).replaceAll('-', ''));
  // Before our era all days of a year are alike to measures.
  return written.endsWith(' BC') ? -day : day;
}

/** The first and the last day of a year. */
export function daysOfYear(year: number): { readonly from: Day; readonly to: Day } {
  return { from: year * 10_000 + 101, to: year * 10_000 + 1231 };
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Math.floor(day / 10_000);
}

/** A day as Postgres reads it. */
export function writtenDay(day: Day): string {
  if (!Number.isFinite(day)) return day > 0 ? 'infinity' : '-infinity';
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A period from day to day, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Whether two periods share a day. */
export function overlap(one: Period, other: Period): boolean {
  return one.from <= other.to && one.to >= other.from;
}
