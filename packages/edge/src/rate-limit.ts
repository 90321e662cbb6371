import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientLimits } from './limits.ts';

/** The state of a client's quota after a use. */
export interface QuotaUse {
  /** False when the quota of the window does not allow the use. */
  readonly isAllowed: boolean;
  /** What remains of the quota in this window. */
  readonly remaining: number;
  /** Whole seconds, at least 1, until the next window of this client. */
  readonly secondsLeft: number;
}

/** A quota of each client, counted in the memory of this process. */
export interface RateLimit {
  /** The name of the quota in the RateLimit headers. */
  readonly name: string;
  /** The quota of one window. */
  readonly quota: number;
  /** Counts a use, also one that is not allowed. */
  readonly use: (client: string, amount: number) => Promise<QuotaUse>;
  /** Counts what the client has used at another process. */
  readonly add: (client: string, amount: number) => Promise<void>;
}

/**
 * Creates a quota of `perMinute` for each client. A client may use the share of a window at once; its window begins
 * with its first use. Returns `undefined` with 0, which means no limit.
 */
export function rateLimit(name: string, perMinute: number): RateLimit | undefined {
  if (perMinute === 0) return undefined;
  const quota = Math.ceil((perMinute * clientLimits.windowSeconds) / 60);
  const limiter = new RateLimiterMemory({ points: quota, duration: clientLimits.windowSeconds });
  return {
    name,
    quota,
    use: async (client, amount) => {
      try {
        return stateOf(await limiter.consume(client, amount), true);
      } catch (exceeded) {
        // The library rejects with the state of the quota when it is exceeded.
        if (!(exceeded instanceof RateLimiterRes)) throw exceeded;
        return stateOf(exceeded, false);
      }
    },
    add: async (client, amount) => {
      await limiter.penalty(client, amount);
    },
  };
}

function stateOf({ remainingPoints, msBeforeNext }: RateLimiterRes, isAllowed: boolean): QuotaUse {
  return { isAllowed, remaining: remainingPoints, secondsLeft: Math.max(1, Math.ceil(msBeforeNext / 1_000)) };
}

/** Returns the value of the RateLimit-Policy header (IETF draft-ietf-httpapi-ratelimit-headers). */
export function rateLimitPolicy(rateLimits: readonly RateLimit[]): string {
  return rateLimits.map(({ name, quota }) => `"${name}";q=${quota};w=${clientLimits.windowSeconds}`).join(', ');
}

/** Returns an item of the RateLimit header (same draft): what remains, and the seconds until the next window. */
export function rateLimitItem({ name }: RateLimit, { remaining, secondsLeft }: QuotaUse): string {
  return `"${name}";r=${remaining};t=${secondsLeft}`;
}
