import { type RateLimit, rateLimit } from '@chancery/edge';

/** The limits of each network address: requests and points per minute, and requests at the same time; 0 for none. */
export interface ClientRates {
  readonly requests: number;
  readonly points: number;
  readonly concurrent: number;
}

/** What one client has used. */
export interface Use {
  readonly network: string;
  readonly requests: number;
  readonly points: number;
}

/** The quotas of all clients, counted in the memory of this process; `undefined` for a quota without a limit. */
export interface ClientQuotas {
  readonly requests: RateLimit | undefined;
  readonly points: RateLimit | undefined;
  /** Returns what each client has used here since the last call. */
  readonly takeUse: () => Use[];
  /** Counts what a client has used at another process. */
  readonly add: (use: Use) => Promise<void>;
}

/** Creates the quotas of requests and points. */
export function clientQuotas(rates: Pick<ClientRates, 'requests' | 'points'>): ClientQuotas {
  let used = new Map<string, { requests: number; points: number }>();
  const counted = (name: 'requests' | 'points'): RateLimit | undefined => {
    const limit = rateLimit(name, rates[name]);
    return (
      limit && {
        ...limit,
        use: (network, amount) => {
          const sum = used.get(network);
          if (sum) sum[name] += amount;
          else used.set(network, { requests: 0, points: 0, [name]: amount });
          return limit.use(network, amount);
        },
      }
    );
  };
  const requests = counted('requests');
  const points = counted('points');
  return {
    requests,
    points,
    takeUse: () => {
      const uses = [...used].map(([network, sums]) => ({ network, ...sums }));
      used = new Map();
      return uses;
    },
    add: async (use) => {
      if (use.requests > 0) await requests?.add(use.network, use.requests);
      if (use.points > 0) await points?.add(use.network, use.points);
    },
  };
}
