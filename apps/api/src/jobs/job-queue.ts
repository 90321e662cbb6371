import { newDeskId } from '@chancery/codebook';
import { makeWorkerUtils, Logger as WorkerLogger, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { allJobKinds, type JobKind, type JobRequest, jobKinds } from './job-kinds.ts';

/** Work in the background, and how far it has come. */
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

/** Asks for work that is too large, or waits too long, for one request. Whoever runs jobs does it. */
export interface JobQueue {
  /** Starts work in the background, or returns the job that does it already. */
  readonly start: (kind: JobKind, subject: string, by: string, version?: number) => Promise<BackgroundJob>;
  readonly find: (id: string) => Promise<BackgroundJob | undefined>;
  /** The latest job that is about a changeset. */
  readonly latestOf: (changeset: string) => Promise<BackgroundJob | undefined>;
  readonly stop: () => Promise<void>;
}

const columns = 'id, kind, version, status, phase, done, total, outcome';

/**
 * The queue of graphile-worker, which keeps its tables in a schema of its own (hence the owner's address). `onMerged` hears
 * of the revision of a merge before anybody is told that it is done.
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
  const told = (job: BackgroundJob | undefined) => {
    const { revision } = (job?.outcome ?? {}) as { readonly revision?: number };
    if (revision !== undefined) onMerged(revision);
    return job;
  };
  const find = async (id: string) =>
    told((await desk.query<BackgroundJob>(`SELECT ${columns} FROM desk.job WHERE id = $1`, [id])).rows[0]);
  const latest = async (column: (typeof jobKinds)[JobKind]['subject'], subject: string, kinds: readonly JobKind[]) =>
    told(
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
      if (!started) throw new Error('a job was not kept');
      return started;
    },
    stop: async () => {
      await utils.release();
    },
  };
}

/** How graphile-worker is spoken to. It is talkative about its own comings and goings, which are of no interest here. */
export function queueOptions(owner: string, log: Logger) {
  const logger = new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(message);
  });
  return { connectionString: owner, noPreparedStatements: true, logger };
}

/** Puts work on the queue, in place of the same that waits there. */
export async function addJob(utils: WorkerUtils, kind: JobKind, asked: JobRequest): Promise<void> {
  await utils.addJob(kind, asked, {
    jobKey: `${kind} ${asked.subject}`,
    queueName: kind,
    maxAttempts: jobKinds[kind].attempts,
  });
}
