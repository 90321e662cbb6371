import { networkOf } from '@chancery/edge';
import type { DeskClient } from '@chancery/prisma/desk';
import { limits } from '../limits/limits.ts';
import { keyedQueue } from './keyed-queue.ts';

/** An attempt to give a code of the second factor of a user, who has given the right password before. */
export interface CodeAttempt {
  /** The id of the user. */
  readonly secondFactorOf: string;
}

/** An attempt to give the password of an account. */
export interface PasswordAttempt {
  /** The e-mail address of the account, normalized. */
  readonly account: string;
  /** The network address of the client. */
  readonly address: string;
  /** The id of the device, if the user has signed in to this account on it before; see device-cookie.ts. */
  readonly device: string | undefined;
}

/** The outcome of an attempt: `wait` seconds if it was refused unheard, else the result of the check. */
export type AttemptOutcome<Result> =
  | { readonly isRefused: true; readonly wait: number }
  /** `delay` is the number of seconds by which this failure delays the next attempt; 0 for a right password. */
  | { readonly isRefused: false; readonly result: Result; readonly delay: number };

/**
 * Slows down password guessing. Counts failures in the database, across all processes; right passwords do not count.
 *
 * - An unknown device is delayed by the failures of its account from its own address, and, less, by those of its account
 *   from anywhere and of its address with any account.
 * - A known device is delayed only by its own failures, so that guesses from elsewhere cannot keep the owner out.
 * - Codes of a second factor are counted by user, wherever they come from: only somebody who knows the password can try them.
 *
 * Delays double with each failure. Refused attempts do not count.
 */
export interface SignInThrottle {
  /**
   * Checks a password or a code, unless an earlier failure still delays the attempt. Attempts that would delay each other are
   * checked one after the other, so that concurrent guesses get no more attempts than consecutive ones.
   */
  readonly attempt: <Result>(
    attempt: PasswordAttempt | CodeAttempt,
    check: () => Promise<{ readonly isRight: boolean; readonly result: Result }>,
  ) => Promise<AttemptOutcome<Result>>;
}

/** How failures of one key delay the next attempt. */
interface Delay {
  /** The number of failures that cause no delay. */
  readonly free: number;
  /** The longest delay, in seconds. */
  readonly longest: number;
}

const { forgetAfter, waiting, ...delays } = limits.passwordFailures;

/** Creates a throttle that stores its counts in the desk's tables. */
export function signInThrottle(desk: DeskClient): SignInThrottle {
  const queue = keyedQueue(waiting);
  return {
    attempt: async (attempt, check) => {
      const keys = keysOf(attempt);
      const [own] = keys.keys();
      const outcome = await queue.run([...keys.keys()], async () => {
        const wait = await secondsToWait(desk, keys);
        if (wait > 0) return { isRefused: true as const, wait };
        const { isRight, result } = await check();
        if (!isRight) return { isRefused: false as const, result, delay: await countFailure(desk, keys) };
        // The counts of the account and the address stay: the owner of one account could otherwise sign in between
        // guesses at other accounts.
        if (own !== undefined) await desk.signInAttempt.deleteMany({ where: { key: own } });
        return { isRefused: false as const, result, delay: 0 };
      });
      return outcome ?? { isRefused: true, wait: 1 };
    },
  };
}

/** Returns the keys under which an attempt counts. The first is its own: a right password resets it. */
function keysOf(attempt: PasswordAttempt | CodeAttempt): ReadonlyMap<string, Delay> {
  if ('secondFactorOf' in attempt) return new Map<string, Delay>([[`code:${attempt.secondFactorOf}`, delays.pair]]);
  const { account, address, device } = attempt;
  if (device !== undefined) return new Map<string, Delay>([[`device:${device} ${account}`, delays.pair]]);
  const network = networkOf(address);
  return new Map<string, Delay>([
    [`pair:${network} ${account}`, delays.pair],
    [`account:${account}`, delays.account],
    [`address:${network}`, delays.address],
  ]);
}

function delayAfter(failures: number, { free, longest }: Delay): number {
  return failures < free ? 0 : Math.min(longest, 2 ** (failures - free));
}

async function secondsToWait(desk: DeskClient, keys: ReadonlyMap<string, Delay>): Promise<number> {
  const rows = await desk.$queryRaw<{ key: string; failures: number; ago: number }[]>`
    SELECT key, failures, extract(epoch FROM clock_timestamp() - last_failure_at)::float8 AS ago
    FROM desk.sign_in_attempt WHERE key = ANY (${[...keys.keys()]})`;
  const waits = rows.map(({ key, failures, ago }) => {
    const delay = keys.get(key);
    return delay === undefined || ago >= forgetAfter ? 0 : delayAfter(failures, delay) - ago;
  });
  return Math.max(0, ...waits.map(Math.ceil));
}

/** Counts a failure under each key. Returns the longest delay that results, in seconds. Deletes expired counts. */
async function countFailure(desk: DeskClient, keys: ReadonlyMap<string, Delay>): Promise<number> {
  // Sorted, so that concurrent statements lock their rows in the same order.
  const rows = await desk.$queryRaw<{ key: string; failures: number }[]>`
    INSERT INTO desk.sign_in_attempt AS a (key, failures, last_failure_at)
    SELECT key, 1, clock_timestamp() FROM unnest(${[...keys.keys()].sort()}::text[]) AS key
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN a.last_failure_at < clock_timestamp() - make_interval(secs => ${forgetAfter}) THEN 1
        ELSE a.failures + 1 END,
      last_failure_at = clock_timestamp()
    RETURNING key, failures`;
  await desk.$executeRaw`
    DELETE FROM desk.sign_in_attempt WHERE last_failure_at < clock_timestamp() - make_interval(secs => ${forgetAfter})`;
  return Math.max(
    0,
    ...rows.map(({ key, failures }) => {
      const delay = keys.get(key);
      return delay === undefined ? 0 : delayAfter(failures, delay);
    }),
  );
}
