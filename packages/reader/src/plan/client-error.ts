import { BadCursor, decodeCursor } from '../compile/cursor.ts';
import type { Arguments, Cursor, Run } from '../compile/run.ts';
import type { Variables } from './arguments.ts';
import type { ReadDocument } from './document.ts';
import type { Plan } from './plan.ts';

/** A fault of the client, found before anything runs. */
export class ClientError extends Error {
  /** BAD_USER_INPUT, BAD_CURSOR, PAGE_SIZE, … as the list of codes in the docs. */
  readonly code: string;
  readonly path: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, path: readonly string[], details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.path = path;
    this.details = details;
  }
}

/** The largest page. */
export const largestPage = 100;

/**
 * Checks the arguments of pages and past registers, and reads the cursors.
 * @throws ClientError for the first argument that no page or revision can have.
 */
export function readCursors({ pages, prices }: Plan, args: readonly Arguments[]): Run['cursors'] {
  const cursors: ({ after?: Cursor; before?: Cursor } | undefined)[] = [];
  for (const { sizes, path, kind } of prices) {
    const number = sizes.at(-1);
    if (kind !== 'connection' || typeof number !== 'number') continue;
    const given = args[number] ?? {};
    checkSize(given, path);
    const order = pages.get(number);
    if (!order) throw new Error('a page has an order');
    const read = (side: 'after' | 'before') =>
      typeof given[side] === 'string' ? { [side]: cursorOf(String(given[side]), order, [...path, side]) } : {};
    cursors[number] = { ...read('after'), ...read('before') };
  }
  return cursors;
}

function cursorOf(text: string, order: NonNullable<ReturnType<Plan['pages']['get']>>, path: readonly string[]): Cursor {
  try {
    return decodeCursor(text, order.name, order.keys);
  } catch (error) {
    if (error instanceof BadCursor) throw new ClientError('BAD_CURSOR', error.message, path);
    throw error;
  }
}

function checkSize({ first, last }: Arguments, path: readonly string[]): void {
  if (typeof first === 'number' && typeof last === 'number') {
    throw new ClientError(
      'BAD_USER_INPUT',
      'A page is asked for from the start (first) or from the end (last), not both.',
      path,
    );
  }
  const size = first ?? last;
  if (typeof size === 'number' && (size < 1 || size > largestPage)) {
    throw new ClientError('PAGE_SIZE', `A page has 1 to ${largestPage} rows, and ${size} are selected for.`, path, {
      limit: largestPage,
      selected: size,
    });
  }
}

/** Checks that nothing is skipped or included by a variable that is null. */
export function checkSwitches({ switches }: ReadDocument, variables: Variables): void {
  const empty = switches.find((name) => variables[name] === null);
  if (empty !== undefined)
    throw new ClientError(
      'BAD_USER_INPUT',
      `The variable $${empty} decides what is read: it must be true or false.`,
      [],
    );
}

/** Checks that each past register is asked for by exactly one of revision and time. */
export function checkPasts({ pasts }: Plan, args: readonly Arguments[]): void {
  for (const { number, path } of pasts) {
    const { revision, time } = args[number] ?? {};
    if ((typeof revision === 'number') === (typeof time === 'string')) {
      throw new ClientError(
        'BAD_USER_INPUT',
        'Ask for a past register by revision or by time: give exactly one of the two.',
        path,
      );
    }
  }
}
