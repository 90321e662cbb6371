import type { Outcome } from '../outcome.ts';

/**
 * A way of typing a single date. It answers with the date in EDTF, with a sentence if the text is of this form but
 * cannot be taken so, or null if the text is of another form. Whether the calendar has such a date is for the parser to
 * say.
 */
export type PointForm = (text: string) => Outcome<string> | null;

/** A number in two digits. */
export function two(digits: string | number): string {
  return String(digits).padStart(2, '0');
}
