import { scheduledBackups } from '@chancery/prisma/backup-folder';
import type { CacheSize } from '@chancery/reader';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { HeadWatch } from '../head-watch.ts';
import { registerJobMetrics } from '../jobs/job-metrics.ts';
import type { LoginWatch } from '../login-watch.ts';
import { registerComputationMetrics } from '../measures/computations/computation-metrics.ts';
import type { Computations } from '../measures/computations/computations.ts';
import { readinessOf } from './readiness.ts';

/** The metrics that each request to an endpoint updates: its count by outcome and its duration. */
export interface RequestMetrics {
  readonly requests: Counter<'door' | 'outcome'>;
  readonly duration: Histogram<'door'>;
}

/**
 * Serves /livez (the process runs), /readyz (the database answers and the logins work, with reasons) and /metrics
 * (Prometheus: requests, errors and durations by endpoint, pools, caches, statistics, jobs, replica, process, and with
 * `backupFolder` the age of the newest backup). Returns the metrics that the request log updates.
 */
export function serveHealthAndMetrics(
  app: FastifyInstance,
  {
    head,
    logins,
    pools,
    caches,
    computations,
    backupFolder,
  }: {
    head: HeadWatch;
    logins: LoginWatch;
    pools: Readonly<Record<string, Pool>> & { readonly desk: Pool };
    /** Returns the sizes of all caches of the process. */
    caches: () => readonly CacheSize[];
    computations: Computations;
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
  for (const [name, help, sizeOf] of cacheGauges)
    new Gauge({
      ...{ name, help, registers },
      labelNames: ['cache'],
      collect() {
        for (const size of caches()) this.set({ cache: size.name }, sizeOf(size));
      },
    });
  registerComputationMetrics(registers, computations);
  registerJobMetrics(registers, pools.desk);
  new Gauge({
    name: 'chancery_replica_seconds_behind',
    help: 'For how long the replica that is read has lacked a revision of the primary; 0 for the primary.',
    registers,
    collect() {
      this.set(head.reads().secondsBehind);
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

  const unlimited = { config: { isUnlimited: true } };
  app.get('/livez', unlimited, async () => ({ alive: true }));
  app.get('/readyz', unlimited, async (_request, reply) => {
    const readiness = readinessOf(head, logins);
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
  app.get('/metrics', unlimited, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
  return { requests, duration };
}

const cacheGauges = [
  ['chancery_cache_entries', 'Number of cached items by cache.', ({ entries }: CacheSize) => entries],
  ['chancery_cache_bytes', 'Estimated bytes of cached items by cache.', ({ bytes }: CacheSize) => bytes],
  ['chancery_cache_max_bytes', 'The bytes that a cache may reach, by cache.', ({ maxBytes }: CacheSize) => maxBytes],
] as const;

/** Returns the seconds since the newest backup in a folder began; infinity if there is none. */
async function backupAge(folder: string): Promise<number> {
  const [newest] = await scheduledBackups(folder);
  return newest ? (Date.now() - newest.at) / 1000 : Number.POSITIVE_INFINITY;
}
