import { scheduledBackups } from '@chancery/prisma/backup-folder';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { HeadWatch } from '../head-watch.ts';
import type { ResponseCache } from '../response-cache.ts';

/** The metrics that each request to an endpoint updates: its count by outcome and its duration. */
export interface RequestMetrics {
  readonly requests: Counter<'door' | 'outcome'>;
  readonly duration: Histogram<'door'>;
}

/**
 * Serves /livez (the process runs), /readyz (the database is reachable) and /metrics (Prometheus: requests, errors and
 * durations by endpoint, pools, response cache, process, and with `backupFolder` the age of the newest backup). Returns the metrics that the request log updates.
 */
export function serveHealthAndMetrics(
  app: FastifyInstance,
  {
    head,
    pools,
    cache,
    backupFolder,
  }: {
    head: HeadWatch;
    pools: Readonly<Record<string, Pool>>;
    cache: ResponseCache;
    backupFolder?: string | undefined;
  },
): RequestMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'chancery_requests_total',
    help: 'Operations by endpoint and outcome.',
    labelNames: ['door', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'chancery_request_seconds',
    help: 'Duration of operations in seconds, by endpoint.',
    labelNames: ['door'],
    buckets: [0.002, 0.01, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  new Gauge({
    name: 'chancery_pool_connections',
    help: 'Database connections by login and state.',
    labelNames: ['login', 'state'],
    registers,
    collect() {
      for (const [login, pool] of Object.entries(pools)) {
        this.set({ login, state: 'open' }, pool.totalCount);
        this.set({ login, state: 'idle' }, pool.idleCount);
        this.set({ login, state: 'waited-for' }, pool.waitingCount);
      }
    },
  });
  new Gauge({
    name: 'chancery_cache',
    help: 'Number and bytes of cached responses.',
    labelNames: ['of'],
    registers,
    collect() {
      const { answers, bytes } = cache.size();
      this.set({ of: 'answers' }, answers);
      this.set({ of: 'bytes' }, bytes);
    },
  });
  new Gauge({
    name: 'chancery_revision',
    help: 'The latest revision known to this process.',
    registers,
    collect() {
      this.set(head.number());
    },
  });
  if (backupFolder !== undefined) {
    new Gauge({
      name: 'chancery_backup_age_seconds',
      help: 'Time since the newest backup in CHANCERY_BACKUP_DIR began; +Inf if there is none.',
      registers,
      async collect() {
        this.set(await backupAge(backupFolder));
      },
    });
  }

  app.get('/livez', async () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const ready = head.isReachable();
    return reply.code(ready ? 200 : 503).send({ ready, revision: head.number() });
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return { requests, duration };
}

/** Returns the seconds since the newest backup in a folder began; infinity if there is none. */
async function backupAge(folder: string): Promise<number> {
  const [newest] = await scheduledBackups(folder);
  return newest ? (Date.now() - newest.at) / 1000 : Number.POSITIVE_INFINITY;
}
