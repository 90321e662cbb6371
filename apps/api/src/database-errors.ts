import type { GraphQLError } from 'graphql';
import { apiError } from './errors.ts';

/**
 * Translates an error of the database that the client can act on: a statement timeout to TIMEOUT, a temporary failure
 * of the database or its connection to RETRYABLE, a full disk to STORAGE_FULL, and a value that Postgres cannot store
 * or read to BAD_USER_INPUT. Also finds the error if Prisma, better-auth or GraphQL has wrapped it. Returns `undefined`
 * for any other error.
 */
export function translateDatabaseError(error: unknown): GraphQLError | undefined {
  for (const { codes, message } of causesOf(error)) {
    if (codes.includes('57014'))
      return apiError(
        'TIMEOUT',
        'The database could not finish this request in time. Request less at once: fewer rows, fewer totals or a narrower filter.',
      );
    if (codes.includes('53100'))
      return apiError(
        'STORAGE_FULL',
        'The disk of the database is full, so this request was not carried out. Free or add disk space on the server, then try again.',
      );
    if (codes.some((code) => unreadable.has(code)))
      return apiError(
        'BAD_USER_INPUT',
        'The database cannot store or read a value of this request: it is out of range, nested too deep, or has an invalid character such as NUL. Correct the value.',
      );
    if (
      codes.some((code) => retryable.has(code)) ||
      /timeout exceeded when trying to connect|Connection terminated|not queryable/i.test(message)
    )
      return apiError('RETRYABLE', 'The database cannot complete this request at the moment. Try again in a second.');
  }
  return undefined;
}

/** The codes and the message of an error, or of one that it wraps. */
interface Cause {
  readonly codes: readonly string[];
  readonly message: string;
}

// Errors are wrapped three or four times.
const maxCauses = 10;

/** Returns an error and all errors that it wraps, the outermost first. */
function causesOf(error: unknown): Cause[] {
  const found: Cause[] = [];
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  while (queue.length > 0 && found.length < maxCauses) {
    const next = queue.shift();
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    // Prisma's adapter calls the code of Postgres `originalCode`, and its message `originalMessage`.
    const { code, originalCode, kind, message, originalMessage, cause, originalError, meta } = next;
    found.push({
      codes: [code, originalCode, kind].filter((value) => typeof value === 'string'),
      message: [message, originalMessage].filter((value) => typeof value === 'string').join(' '),
    });
    queue.push(cause, originalError, ...(isObject(meta) ? [meta.driverAdapterError] : []));
  }
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

// Shutdown, crash, recovery, too many connections, out of memory, lost connections, deadlock, serialization failure, lock
// not available, and what Node and Prisma call a server that they cannot reach.
const retryable = new Set([
  ...['57P01', '57P02', '57P03', '53200', '53300', '08000', '08003', '08006', '08001', '40001', '40P01', '55P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'TransactionWriteConflict'],
]);

// Invalid bytes, characters that cannot be converted, invalid texts of a type, numbers and dates out of range, texts that
// are too long, and values that are too large or nested too deep.
const unreadable = new Set([
  ...['22021', '22P05', '22P02', '22P03', '22003', '22007', '22008', '22001', '54000', '54001', '54023'],
]);
