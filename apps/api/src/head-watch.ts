import type { RevisionLabel } from '@chancery/reader';
import pg from 'pg';
import type { Logger } from 'pino';

/**
 * Tracks the latest revision and the withheld facts. Notices changes by other processes within about a second while the
 * database is reachable.
 */
export interface HeadWatch {
  /** Returns the number of the latest revision known to this process; 0 if none is known. */
  readonly number: () => number;
  /**
   * Returns the revision that last changed which facts are withheld; 0 when no facts are withheld from the public.
   */
  readonly withheld: () => number;
  /** Returns true when the database responded to the last poll. */
  readonly isReachable: () => boolean;
  /** Records a revision that this process has just merged or read. An older revision than the known one is ignored. */
  readonly observe: (label: RevisionLabel) => void;
  readonly stop: () => Promise<void>;
}

const pollIntervalMs = 1_000;

/**
 * Starts to watch the latest revision over a separate connection: listens for notifications and also polls every
 * second, because notifications are lost with their connection. Reconnects after a lost connection. Resolves after the
 * first poll, even if that failed.
 */
export async function watchHead(url: string, log: Logger): Promise<HeadWatch> {
  let number = 0;
  let withheld = 0;
  let reachable = false;
  let stopped = false;
  let client: pg.Client | undefined;

  const connect = async () => {
    const connecting = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
    });
    connecting.on('error', (error) => {
      log.warn({ err: error }, 'lost the connection that watches for new revisions');
      if (client === connecting) client = undefined;
    });
    connecting.on('notification', ({ payload }) => {
      raise(Number(payload));
      // The withheld facts may have changed too, with the revision or without one.
      polling = polling.then(() => (stopped ? undefined : poll()));
    });
    await connecting.connect();
    await connecting.query('LISTEN chancery_revision');
    client = connecting;
  };
  const raise = (seen: number) => {
    if (Number.isInteger(seen) && seen > number) number = seen;
  };
  const poll = async () => {
    try {
      if (!client) await connect();
      const { rows } = (await client?.query<{ number: number; withheld: number }>(
        'SELECT number, CASE WHEN shows_withheld THEN 0 ELSE withheld END AS withheld FROM ledger.head',
      )) ?? { rows: [] };
      raise(rows[0]?.number ?? 0);
      withheld = rows[0]?.withheld ?? withheld;
      reachable = true;
    } catch (error) {
      if (reachable) log.warn({ err: error }, 'the database cannot be reached');
      reachable = false;
      const lost = client;
      client = undefined;
      await lost?.end().catch((cause: unknown) => log.debug({ err: cause }, 'could not close a lost connection'));
    }
  };
  let polling = poll();
  await polling;
  const timer = setInterval(() => {
    polling = polling.then(() => (stopped ? undefined : poll()));
  }, pollIntervalMs);
  timer.unref();
  return {
    number: () => number,
    withheld: () => withheld,
    isReachable: () => reachable,
    observe: ({ number: seen }) => raise(seen),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await polling;
      await client?.end();
    },
  };
}
