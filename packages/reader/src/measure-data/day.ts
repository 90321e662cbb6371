/**
 * A day as a number that sorts, such as 20190902; open ends are infinite. Numbers are fast to compare, and an alliance
 * portfolio of one year checks every obligation of the register.
 */
export type Day = number;

/** A day as Postgres writes it in JSON, such as `2019-09-02`, `infinity` or `0044-03-15 BC`; null if unknown. */
export type DayText = string | null;

/** Converts a day from Postgres to a number; null if it is unknown. */
export function parseDay(written: DayText): Day | null {
  if (written === null) return null;
  if (written === 'infinity') return Number.POSITIVE_INFINITY;
  if (written === '-infinity') return Number.NEGATIVE_INFINITY;
  const day = Number(written.slice(0, 10).replaceAll('-', ''));
  // BC dates only have to sort before all others: their order within a year does not matter to measures.
  return written.endsWith(' BC') ? -day : day;
}

/** Returns the first and last day of a year. */
export function daysOfYear(year: number): { readonly from: Day; readonly to: Day } {
  return { from: year * 10_000 + 101, to: year * 10_000 + 1231 };
}

/** Returns the year of a day from year 1 on; an infinite day has an infinite year. */
export function yearOf(day: Day): number {
  return Math.floor(day / 10_000);
}

/** Converts a day from year 1 on to the text that Postgres reads: `YYYY-MM-DD`, `infinity` or `-infinity`. */
export function formatDay(day: Day): string {
  if (!Number.isFinite(day)) return day > 0 ? 'infinity' : '-infinity';
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A period, including its first and its last day. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Whether two periods share a day. */
export function periodsOverlap(one: Period, other: Period): boolean {
  return one.from <= other.to && one.to >= other.from;
}
