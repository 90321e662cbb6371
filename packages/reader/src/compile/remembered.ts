import type { Writing } from './run.ts';

/**
 * Writes what hangs on nothing but a text and rows that are held, such as a list of the same few rows as it came from
 * Postgres: in one place once, as long as what is held stays.
 */
export function remembered(place: object, text: string, run: Writing, write: () => string): string {
  const { held } = run;
  if (!held) return write();
  const found = held.texts.of(place).get(text);
  if (found !== undefined) return found;
  const nulls = run.nulls.length;
  const written = write();
  // What was found to be null is told to each of those who ask.
  return run.nulls.length > nulls ? written : held.texts.keep(place, text, written);
}
