import type { Cursor } from './run.ts';

/** A cursor that is none of ours, or that belongs to another order. */
export class BadCursor extends Error {}

/** A cursor as clients see it. */
export function encodeCursor({ order, keys }: Cursor): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');
}

/** The kinds of sort key, with what a cursor may hold for each. */
export const keyKinds = {
  text: (value: unknown) => typeof value === 'string' && !/\p{Surrogate}/u.test(value) && !value.includes('\u0000'),
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  number: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value: unknown) => typeof value === 'boolean',
  date: (value: unknown) => typeof value === 'string' && (/^-?infinity$/.test(value) || isDay(value)),
} as const;

/** One of the kinds of sort key. */
export type KeyKind = keyof typeof keyKinds;

/** The SQL type of a key kind. */
export const keyTypes: Record<KeyKind, string> = {
  text: 'text',
  integer: 'integer',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
};

function isDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) && value >= '0001-01-01';
}

/**
 * Reads a cursor of an order. Every key is checked against its kind, so that nothing unfit reaches the database.
 * @throws BadCursor with a sentence that says what to do.
 */
export function decodeCursor(
  text: string,
  order: string,
  keys: readonly { kind: KeyKind; nullable: boolean; prefix?: string }[],
): Cursor {
  const parts = parsed(text);
  if (!parts || typeof parts[0] !== 'string')
    throw new BadCursor('This is not a cursor of this register. Pass an endCursor or startCursor as it was given.');
  const [given, ...values] = parts;
  if (given !== order)
    throw new BadCursor(
      `This cursor belongs to the order ${given}, and the page is selected for in the order ${order}.`,
    );
  const fits =
    values.length === keys.length &&
    keys.every(({ kind, nullable }, at) => (values[at] === null ? nullable : keyKinds[kind](values[at])));
  if (!fits)
    throw new BadCursor('This cursor does not fit its order. Pass an endCursor or startCursor as it was given.');
  if (keys.some(({ prefix }, at) => prefix !== undefined && !String(values[at]).startsWith(prefix)))
    throw new BadCursor(
      'This cursor belongs to a list of another type. Pass an endCursor or startCursor as it was given.',
    );
  return { order, keys: values as Cursor['keys'] };
}

function parsed(text: string): unknown[] | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : undefined;
  } catch {
    // What is no JSON is no cursor: the caller says so.
    return undefined;
  }
}
