import type { Outcome } from '../outcome.ts';

/**
 * Reads one form in which a single date can be typed. Returns the date in EDTF, a problem if the text has this form but
 * cannot be accepted, or null if the text has another form. The caller must check that the date exists in the calendar.
 */
export type PointForm = (text: string) => Outcome<string> | null;

/** Pads a number to two digits with a zero. */
export function twoDigits(digits: string | number): string {
  return String(digits).padStart(2, '0');
}
