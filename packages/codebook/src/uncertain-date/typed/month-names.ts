import { MONTH_NAMES } from '../parse/calendar.ts';

/**
 * Returns the number of a month, 1 to 12, from its English name or at least the first three letters of the name
 * (`Sept`); null for other words.
 */
export function monthNumber(word: string): number | null {
  const lower = word.toLowerCase();
  if (lower.length < 3) return null;
  const index = MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(lower));
  return index < 0 ? null : index + 1;
}
