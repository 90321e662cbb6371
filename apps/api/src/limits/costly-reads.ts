import { requestGate } from '@chancery/edge';
import { apiError } from '../errors.ts';
import { limits } from './limits.ts';

/** Runs the statement of an operation that costs `points`, at once or when it is its turn. */
export type ReadGate = <Result>(
  points: number,
  read: () => Promise<Result>,
  disconnected: () => AbortSignal,
) => Promise<Result>;

/**
 * Creates a gate before the connections of an endpoint. Operations that cost more than `points` run at most `atOnce` at
 * the same time, of all clients together, so that the other connections are left for ordinary operations. The gate throws
 * GraphQLError RETRYABLE if too many wait, if one has waited too long, or if its client has disconnected.
 */
export function createReadGate(
  {
    points: least,
    atOnce,
    waiting,
    secondsToWait,
  }: Readonly<Record<keyof typeof limits.costlyReads, number>> = limits.costlyReads,
): ReadGate {
  const gate = requestGate(atOnce, { waiting, waitingSeconds: secondsToWait });
  return async (points, read, disconnected) => {
    if (points <= least) return read();
    const ticket = gate.enter('');
    try {
      const mayStart = ticket.mayStart === true || (await ticket.mayStart);
      if (!mayStart || disconnected().aborted)
        throw apiError(
          'RETRYABLE',
          'Too many costly operations are waiting. Try again in a second, or ask for less at once.',
        );
      return await read();
    } finally {
      ticket.leave();
    }
  };
}
