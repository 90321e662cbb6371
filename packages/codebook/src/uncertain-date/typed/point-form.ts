import type { Outcome } from '../outcome.ts';

/**
 * Reads one way of typing a single date. Returns the date in EDTF, a problem if the text has this form but cannot be
 * accepted, or null if it has another form. The parser checks whether the calendar has the date.
 */
export type PointForm = (text: string) => Outcome<string> | null;

/** Pads a number to two digits. */
export function two(digits: string | number): string {
  return String(digits).padStart(2, '0');
}
