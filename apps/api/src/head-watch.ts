import type { RevisionLabel } from '@chancery/reader';
import pg from 'pg';
import type { Logger } from 'pino';

/** Knows the number of the latest revision, within a moment of its merge, whichever process has merged it. */
export interface HeadWatch {
  /** The latest revision as far as this process knows. */
  readonly number: () => number;
  /** Since which revision facts are withheld from the public as they are now; 0 where none is. */
  readonly withheld: () => number;
  /** Whether the database answered when last asked. */
  readonly isReachable: () => boolean;
  /** Takes note of a revision that an answer has shown. */
  readonly saw: (label: RevisionLabel) => void;
  readonly stop: () => Promise<void>;
}

const pollEvery = 1_000;

/**
 * Watches the head over a connection of its own: LISTEN, and behind it a poll each second, since notices can be lost
 * with their connection. A lost connection is made again.
 */
export async function watchHead(url: string, log: Logger): Promise<HeadWatch> {
  let number = 0;
  let withheld = 0;
  let reachable = false;
  let stopped = false;
  let client: pg.Client | undefined;

  const connect = async () => {
    const made = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
    });
    made.on('error', (error) => {
      log.warn({ err: error }, 'the connection that watches the head was lost');
      if (client === made) client = undefined;
    });
    made.on('notification', ({ payload }) => {
      raise(Number(payload));
      // What is withheld may have changed with it, or by itself.
      polling = polling.then(() => (stopped ? undefined : poll()));
    });
    await made.connect();
    await made.query('LISTEN chancery_revision');
    client = made;
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
      await lost?.end().catch((cause: unknown) => log.debug({ err: cause }, 'a lost connection could not be ended'));
    }
  };
  let polling = poll();
  await polling;
  const timer = setInterval(() => {
    polling = polling.then(() => (stopped ? undefined : poll()));
  }, pollEvery);
  timer.unref();
  return {
    number: () => number,
    withheld: () => withheld,
    isReachable: () => reachable,
    saw: ({ number: seen }) => raise(seen),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await polling;
      await client?.end();
    },
  };
}
