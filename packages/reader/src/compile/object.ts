import { flatString } from './flat-string.ts';
import type { Emit } from './run.ts';

/** Writes an object from the writers of its values, in the given order. */
export function objectOf(parts: readonly (readonly [key: string, emit: Emit])[]): Emit {
  if (parts.length === 0) return () => '{}';
  const prefixes = keyPrefixes(parts);
  const emits = parts.map(([, emit]) => emit);
  const count = emits.length;
  return (row, run) => {
    let text = '';
    for (let at = 0; at < count; at += 1) text += (prefixes[at] as string) + (emits[at] as Emit)(row, run);
    return `${text}}`;
  };
}

/** Returns the text before each value of an object: a brace or comma, and the key. */
export function keyPrefixes(parts: readonly (readonly [key: string, ...unknown[]])[]): string[] {
  return parts.map(([key], at) => flatString(`${at === 0 ? '{' : ','}${JSON.stringify(key)}:`));
}

/** Writes the same value for every row, as JSON. */
export function constant(value: unknown): Emit {
  const text = flatString(JSON.stringify(value));
  return () => text;
}

/** Writes a column as JSON: a text, number, boolean, list or null. */
export function jsonColumn(place: number): Emit {
  return (row) => json(row[place]);
}

/**
 * Writes a column whose texts never need escaping: ids, dates and values of value lists. The codebook and the
 * constraints of the database limit them to letters, digits and a few signs.
 */
export function plainColumn(place: number): Emit {
  return (row) => {
    const value = row[place];
    return value === null ? 'null' : `"${value as string}"`;
  };
}

const needsEscape = /["\\\p{Cc}\p{Surrogate}]/u;

// Most texts need no escaping, and this test takes a fraction of the time of JSON.stringify.
function json(value: unknown): string {
  if (typeof value === 'string') return needsEscape.test(value) ? JSON.stringify(value) : `"${value}"`;
  return JSON.stringify(value ?? null);
}
