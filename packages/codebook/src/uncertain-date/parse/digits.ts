import { daysInMonth, FIRST_YEAR, isoDay, LAST_YEAR } from './calendar.ts';

/** Whether a number, padded with zeros to the length of a mask, matches the mask. X matches any digit. */
function fits(value: number, mask: string): boolean {
  const digits = String(value).padStart(mask.length, '0');
  return digits.length === mask.length && [...mask].every((char, index) => char === 'X' || char === digits[index]);
}

/** Returns the numbers from `low` to `high` that match a mask, in ascending order; all of them without a mask. */
export function candidates(mask: string | null, low: number, high: number): number[] {
  if (mask !== null && !mask.includes('X')) {
    const value = Number(mask);
    return value >= low && value <= high ? [value] : [];
  }
  const values: number[] = [];
  for (let value = low; value <= high; value += 1) {
    if (mask === null || fits(value, mask)) values.push(value);
  }
  return values;
}

/** Returns the years from 0001 to 9999 that match a mask, in ascending order. */
export function candidateYears(mask: string): number[] {
  return candidates(mask, FIRST_YEAR, LAST_YEAR);
}

function firstFit(years: number[], months: number[], days: number[], pick: 'first' | 'last'): string | null {
  for (const year of years) {
    for (const month of months) {
      const inMonth = days.filter((day) => day <= daysInMonth(year, month));
      const day = pick === 'first' ? inMonth[0] : inMonth.at(-1);
      if (day !== undefined) return isoDay(year, month, day);
    }
  }
  return null;
}

/** Returns the first and the last day that match the digits of a date; null if no day does, as for 30 February. */
export function extremes(
  year: string,
  month: string | null,
  day: string | null,
): { first: string; last: string } | null {
  const years = candidateYears(year);
  const months = candidates(month, 1, 12);
  const days = candidates(day, 1, 31);
  const first = firstFit(years, months, days, 'first');
  const last = firstFit([...years].reverse(), [...months].reverse(), days, 'last');
  return first === null || last === null ? null : { first, last };
}
