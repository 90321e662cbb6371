import { networkOf } from '@chancery/edge';
import type { DeskClient } from '@chancery/prisma/desk';

/** The number of failed attempts that are allowed within 15 minutes, for each account and each network address. */
export const attemptsAllowed = 10;
const windowMs = 15 * 60 * 1_000;

/** Limits password guessing per account and per network address. Counts in the database, across all processes. */
export interface SignInThrottle {
  /**
   * Counts an attempt. Returns the seconds to wait, or 0 if the attempt is allowed. The attempt counts as failed until
   * `recordSuccess` is called.
   */
  readonly attempt: (email: string, address: string) => Promise<number>;
  /** Resets the count of the account, and takes one attempt off the count of the address. */
  readonly recordSuccess: (email: string, address: string) => Promise<void>;
}

/** Creates a throttle that stores its counts in the desk's tables. */
export function signInThrottle(desk: DeskClient, now: () => Date = () => new Date()): SignInThrottle {
  const countAttempt = async (key: string): Promise<number> => {
    const at = now();
    const windowStart = new Date(at.getTime() - windowMs);
    const [row] = await desk.$queryRaw<{ failures: number; since: Date }[]>`
      INSERT INTO desk.sign_in_attempt AS a (key, failures, since) VALUES (${key}, 1, ${at})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN a.since < ${windowStart} THEN 1 ELSE a.failures + 1 END,
        since = CASE WHEN a.since < ${windowStart} THEN ${at} ELSE a.since END
      RETURNING failures, since`;
    if (!row || row.failures <= attemptsAllowed) return 0;
    return Math.max(1, Math.ceil((row.since.getTime() + windowMs - at.getTime()) / 1_000));
  };
  return {
    // Check the address first, so that a blocked address cannot lock an account.
    attempt: async (email, address) =>
      (await countAttempt(addressKey(address))) || (await countAttempt(accountKey(email))),
    // Reset the account's count. The address only gets this attempt back: otherwise the owner of one account could sign in
    // between guesses at other accounts.
    recordSuccess: async (email, address) => {
      await desk.$transaction([
        desk.signInAttempt.deleteMany({ where: { key: accountKey(email) } }),
        desk.signInAttempt.updateMany({
          where: { key: addressKey(address), failures: { gt: 0 } },
          data: { failures: { decrement: 1 } },
        }),
      ]);
    },
  };
}

const accountKey = (email: string) => `account:${email.trim().toLowerCase()}`;
const addressKey = (address: string) => `address:${networkOf(address)}`;
