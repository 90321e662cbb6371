import { MONTH_NAMES } from '../parse/calendar.ts';

/** The number of a month from its English name, whole or cut to three letters or more (`Sept`); null if it is none. */
export function monthNumber(word: string): number | null {
  const lower = word.toLowerCase();
  if (lower.length < 3) return null;
  const at = MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(lower));
  return at < 0 ? null : at + 1;
}
