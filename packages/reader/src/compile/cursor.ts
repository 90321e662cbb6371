import { isDay } from '@chancery/codebook';
import type { Cursor } from './run.ts';

/** Thrown for a cursor that is malformed, or that belongs to another order or another list. */
export class BadCursor extends Error {}

/** Encodes a cursor as text that clients pass back unchanged. */
export function encodeCursor({ order, keys }: Cursor): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');
}

/** For each kind of sort key, a function that returns whether a value from a cursor is valid and not null. */
export const keyValidators = {
  text: (value: unknown) => typeof value === 'string' && !/\p{Surrogate}/u.test(value) && !value.includes('\u0000'),
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  number: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value: unknown) => typeof value === 'boolean',
  date: (value: unknown) => typeof value === 'string' && (/^-?infinity$/.test(value) || isDay(value)),
} as const;

/** A kind of value by which pages are sorted. */
export type KeyKind = keyof typeof keyValidators;

/** The SQL type of each kind of sort key. */
export const keySqlTypes: Record<KeyKind, string> = {
  text: 'text',
  integer: 'integer',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
};

/**
 * Decodes a cursor of an order. Checks every key against its kind, so that no invalid value reaches the database.
 * @throws BadCursor with a message for the client.
 */
export function decodeCursor(
  text: string,
  order: string,
  keys: readonly { kind: KeyKind; nullable: boolean; prefix?: string }[],
): Cursor {
  const parts = parse(text);
  if (!parts || typeof parts[0] !== 'string')
    throw new BadCursor('This is not a cursor of this register. Pass an endCursor or startCursor unchanged.');
  const [cursorOrder, ...values] = parts;
  if (cursorOrder !== order)
    throw new BadCursor(
      `This cursor belongs to the order ${cursorOrder}, but the page is in the order ${order}. Pass a cursor of the same order.`,
    );
  const isValid =
    values.length === keys.length &&
    keys.every(({ kind, nullable }, at) => (values[at] === null ? nullable : keyValidators[kind](values[at])));
  if (!isValid)
    throw new BadCursor(
      'This cursor does not match its order. Pass an endCursor or startCursor of the same list unchanged.',
    );
  if (keys.some(({ prefix }, at) => prefix !== undefined && !String(values[at]).startsWith(prefix)))
    throw new BadCursor(
      'This cursor belongs to a list of another type. Pass an endCursor or startCursor of the same list.',
    );
  return { order, keys: values as Cursor['keys'] };
}

function parse(text: string): unknown[] | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : undefined;
  } catch {
    // Not JSON, so not a cursor: the caller reports it.
    return undefined;
  }
}
