import { isIP } from 'node:net';
import type { DeskClient } from '@chancery/prisma/desk';

/** Attempts that fail before somebody must wait, and for how long they count. */
export const attemptsAllowed = 10;
const windowMs = 15 * 60 * 1_000;

/** Slows guessing down: per account and per address, in the database, for every process at once. */
export interface SignInThrottle {
  /** Seconds to wait, or 0 if another attempt may be made. It counts as failed until `succeeded` is told otherwise. */
  readonly attempt: (email: string, address: string) => Promise<number>;
  readonly succeeded: (email: string, address: string) => Promise<void>;
}

/** A throttle over the desk's tables. */
export function signInThrottle(desk: DeskClient, now: () => Date = () => new Date()): SignInThrottle {
  const take = async (key: string): Promise<number> => {
    const at = now();
    const begun = new Date(at.getTime() - windowMs);
    const [row] = await desk.$queryRaw<{ failures: number; since: Date }[]>`
      INSERT INTO desk.sign_in_attempt AS a (key, failures, since) VALUES (${key}, 1, ${at})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN a.since < ${begun} THEN 1 ELSE a.failures + 1 END,
        since = CASE WHEN a.since < ${begun} THEN ${at} ELSE a.since END
      RETURNING failures, since`;
    if (!row || row.failures <= attemptsAllowed) return 0;
    return Math.max(1, Math.ceil((row.since.getTime() + windowMs - at.getTime()) / 1_000));
  };
  return {
    // The address first: from one that must wait, no account can be made to.
    attempt: async (email, address) => (await take(addressKey(address))) || (await take(accountKey(email))),
    // The account begins anew; the address only gets this attempt back, or whoever has one account could go on guessing
    // at others.
    succeeded: async (email, address) => {
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

/** An IPv4 address as it is; of an IPv6 address the network of 64 bits, within which one subscriber may roam. */
export function networkOf(address: string): string {
  // A forwarded header may name anything.
  if (isIP(address.split('%')[0] ?? '') === 0) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`;
}
