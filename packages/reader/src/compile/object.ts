import { inOnePiece } from './in-one-piece.ts';
import type { Emit } from './run.ts';

/** Writes an object of named values, in their order. */
export function objectOf(parts: readonly (readonly [key: string, emit: Emit])[]): Emit {
  if (parts.length === 0) return () => '{}';
  const heads = headsOf(parts);
  const emits = parts.map(([, emit]) => emit);
  const count = emits.length;
  return (row, run) => {
    let text = '';
    for (let at = 0; at < count; at += 1) text += (heads[at] as string) + (emits[at] as Emit)(row, run);
    return `${text}}`;
  };
}

/** What stands before each value of an object: its key, and what parts it from the one before. */
export function headsOf(parts: readonly (readonly [key: string, ...unknown[]])[]): string[] {
  return parts.map(([key], at) => inOnePiece(`${at === 0 ? '{' : ','}${JSON.stringify(key)}:`));
}

/** Writes a value that is the same in every answer. */
export function constant(value: unknown): Emit {
  const text = inOnePiece(JSON.stringify(value));
  return () => text;
}

/** Writes a column as it is: a text, number, boolean, list or null. */
export function scalar(place: number): Emit {
  return (row) => json(row[place]);
}

/**
 * Writes a column whose texts never need an escape: ids, dates, codes of lists, which the codebook and its constraints hold to
 * letters, digits and a few signs.
 */
export function plain(place: number): Emit {
  return (row) => {
    const value = row[place];
    return value === null ? 'null' : `"${value as string}"`;
  };
}

const escaped = /["\\\p{Cc}\p{Surrogate}]/u;

// Most texts need no escape, and to see that takes a fraction of the time that JSON.stringify does.
function json(value: unknown): string {
  if (typeof value === 'string') return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
  return JSON.stringify(value ?? null);
}
