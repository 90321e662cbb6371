import { newDeskId } from '@chancery/codebook';
import { makeWorkerUtils, Logger as WorkerLogger, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { allJobKinds, type JobKind, type JobRequest, jobKinds } from './job-kinds.ts';

/** A background job and its progress. */
export interface BackgroundJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly version: number | null;
  readonly status: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly outcome: unknown;
}

/** Queues work that is too large or takes too long for one request. */
export interface JobQueue {
  /** Queues a job, or returns the waiting or running job of the same kind and subject. */
  readonly start: (kind: JobKind, subject: string, by: string, version?: number) => Promise<BackgroundJob>;
  readonly find: (id: string) => Promise<BackgroundJob | undefined>;
  /** Returns the latest job of a changeset. */
  readonly latestOf: (changeset: string) => Promise<BackgroundJob | undefined>;
  readonly stop: () => Promise<void>;
}

const columns = 'id, kind, version, status, phase, done, total, outcome';

/**
 * Creates a queue with graphile-worker, which creates and migrates its own schema and so needs the owner's database URL.
 * `onMerged` is called with the revision of a merge before the merge job is returned as done.
 */
export async function jobQueue({
  owner,
  desk,
  log,
  onMerged,
}: {
  owner: string;
  desk: Pool;
  log: Logger;
  onMerged: (revision: number) => void;
}): Promise<JobQueue> {
  const utils = await makeWorkerUtils(queueOptions(owner, log));
  await utils.migrate();
  const notifyMerged = (job: BackgroundJob | undefined) => {
    const { revision } = (job?.outcome ?? {}) as { readonly revision?: number };
    if (revision !== undefined) onMerged(revision);
    return job;
  };
  const find = async (id: string) =>
    notifyMerged((await desk.query<BackgroundJob>(`SELECT ${columns} FROM desk.job WHERE id = $1`, [id])).rows[0]);
  const latest = async (column: (typeof jobKinds)[JobKind]['subject'], subject: string, kinds: readonly JobKind[]) =>
    notifyMerged(
      (
        await desk.query<BackgroundJob>(
          `SELECT ${columns} FROM desk.job WHERE ${column} = $1 AND kind = ANY ($2) ORDER BY created_at DESC LIMIT 1`,
          [subject, kinds],
        )
      ).rows[0],
    );
  return {
    find,
    latestOf: (changeset) => latest('changeset_id', changeset, allJobKinds),
    start: async (kind, subject, by, version) => {
      const running = await latest(jobKinds[kind].subject, subject, [kind]);
      if (running && (running.status === 'WAITING' || running.status === 'RUNNING')) return running;
      const job = newDeskId('job');
      await desk.query(
        `INSERT INTO desk.job (id, kind, ${jobKinds[kind].subject}, version, started_by, status, phase) VALUES ($1, $2, $3, $4, $5, 'WAITING', 'waiting')`,
        [job, kind, subject, version ?? null, by],
      );
      await addJob(utils, kind, { job, subject, by, ...(version === undefined ? {} : { version }) });
      const started = await find(job);
      if (!started) throw new Error(`job ${job} was not stored`);
      return started;
    },
    stop: async () => {
      await utils.release();
    },
  };
}

/** Options for graphile-worker. Only its warnings and errors are logged. */
export function queueOptions(owner: string, log: Logger) {
  const logger = new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(message);
  });
  return { connectionString: owner, noPreparedStatements: true, logger };
}

/** Adds a job to the queue; replaces a waiting job of the same kind and subject. */
export async function addJob(utils: WorkerUtils, kind: JobKind, request: JobRequest): Promise<void> {
  await utils.addJob(kind, request, {
    jobKey: `${kind} ${request.subject}`,
    queueName: kind,
    maxAttempts: jobKinds[kind].attempts,
  });
}
