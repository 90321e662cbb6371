import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { ClientQuotas, Use } from './client-quotas.ts';

const channel = 'chancery_client_use';
const intervalMs = 1_000;
/** Clients that use less than this share of a quota in an interval are not worth a report. */
const minShare = 0.01;
/** Postgres limits a notification to 8,000 bytes; a use takes fewer than 80. */
const usesPerReport = 90;

const report = z.object({ from: z.string(), uses: z.array(z.tuple([z.string(), z.number(), z.number()])) });

/**
 * Shares what clients use with all API processes on the same database, so that a client cannot use its quota once at each
 * of them. Reports once a second by a notification of Postgres, and only clients that use much, so requests never wait
 * for the database. While the database is unreachable, each process counts alone. Resolves after the first attempt to
 * connect.
 */
export async function shareUse(url: string, quotas: ClientQuotas, log: Logger): Promise<{ stop: () => Promise<void> }> {
  if (!quotas.requests && !quotas.points) return { stop: async () => undefined };
  const self = randomUUID();
  let client: pg.Client | undefined;

  const disconnect = async () => {
    const lost = client;
    client = undefined;
    await lost?.end().catch((cause: unknown) => log.debug({ err: cause }, 'could not close a lost connection'));
  };
  const connect = async () => {
    const connecting = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
      application_name: 'chancery client limits',
    });
    connecting.on('error', (error) => {
      log.warn({ err: error }, 'lost the connection that shares what clients use');
      if (client === connecting) client = undefined;
    });
    connecting.on('notification', ({ payload = '' }) => {
      receive(payload).catch((error: unknown) => log.warn({ err: error }, 'could not read what clients use elsewhere'));
    });
    await connecting.connect();
    await connecting.query(`LISTEN ${channel}`);
    client = connecting;
  };
  const receive = async (payload: string) => {
    const { from, uses } = report.parse(JSON.parse(payload));
    if (from === self) return;
    for (const [network, requests, points] of uses) await quotas.add({ network, requests, points });
  };
  const share = async () => {
    const uses = quotas.takeUse().filter((use) => isMuch(use, quotas));
    try {
      if (!client) await connect();
      for (let at = 0; at < uses.length; at += usesPerReport) {
        const part = uses
          .slice(at, at + usesPerReport)
          .map(({ network, requests, points }) => [network, requests, points]);
        await client?.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify({ from: self, uses: part })]);
      }
    } catch (error) {
      log.debug({ err: error }, 'could not share what clients use');
      await disconnect();
    }
  };

  let stopped = false;
  let sharing = share();
  await sharing;
  const timer = setInterval(() => {
    sharing = sharing.then(() => (stopped ? undefined : share()));
  }, intervalMs);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await sharing;
      await disconnect();
    },
  };
}

function isMuch({ requests, points }: Use, quotas: ClientQuotas): boolean {
  const isShareOf = (used: number, quota: number | undefined) => quota !== undefined && used >= quota * minShare;
  return isShareOf(requests, quotas.requests?.quota) || isShareOf(points, quotas.points?.quota);
}
