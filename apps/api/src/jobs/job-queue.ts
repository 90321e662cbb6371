import { newDeskId } from '@chancery/codebook';
import { makeWorkerUtils, Logger as WorkerLogger, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { type ChangesetJobKind, changesetJobKinds, type JobKind, type JobRequest, jobKinds } from './job-kinds.ts';

/** A background job as stored: its state, its progress and, once it is finished, its outcome. */
export interface BackgroundJob<Kind extends JobKind = JobKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly version: number | null;
  readonly status: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly outcome: unknown;
}

/** A submission or merge in the background. */
export type ChangesetJob = BackgroundJob<ChangesetJobKind>;

/** Queues work that is too large or takes too long for one request, and finds it again. */
export interface JobQueue {
  /** Queues a job, or returns the waiting or running job of the same kind and subject. */
  readonly start: <Kind extends JobKind>(
    kind: Kind,
    subject: string,
    by: string,
    version?: number,
  ) => Promise<BackgroundJob<Kind>>;
  /** Returns the job of a changeset with an id; `undefined` for an unknown id and for the job of an import. */
  readonly find: (id: string) => Promise<ChangesetJob | undefined>;
  /** Returns the latest job of a changeset; `undefined` if it has none. */
  readonly latestOf: (changeset: string) => Promise<ChangesetJob | undefined>;
  readonly stop: () => Promise<void>;
}

const columns = 'id, kind, version, status, phase, done, total, outcome';

/**
 * Creates a queue with graphile-worker, which creates and migrates its own schema and so needs the owner's database
 * URL. Whenever the queue returns a finished merge job, it first calls `onMerged` with the revision of the merge.
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
  const notifyMerged = <Kind extends JobKind>(job: BackgroundJob<Kind> | undefined) => {
    const { revision } = (job?.outcome ?? {}) as { readonly revision?: number };
    if (revision !== undefined) onMerged(revision);
    return job;
  };
  /** Returns the latest job of one of the kinds whose `column` has the value. */
  const latest = async <Kind extends JobKind>(
    column: 'id' | (typeof jobKinds)[JobKind]['subject'],
    value: string,
    kinds: readonly Kind[],
  ) =>
    notifyMerged(
      (
        await desk.query<BackgroundJob<Kind>>(
          `SELECT ${columns} FROM desk.job WHERE ${column} = $1 AND kind = ANY ($2) ORDER BY created_at DESC LIMIT 1`,
          [value, kinds],
        )
      ).rows[0],
    );
  return {
    find: (id) => latest('id', id, changesetJobKinds),
    latestOf: (changeset) => latest('changeset_id', changeset, changesetJobKinds),
    start: async (kind, subject, by, version) => {
      const running = await latest(jobKinds[kind].subject, subject, [kind]);
      if (running && (running.status === 'WAITING' || running.status === 'RUNNING')) return running;
      const job = newDeskId('job');
      // Of several processes that start the same job at once, one stores it.
      const { rowCount } = await desk.query(
        `INSERT INTO desk.job (id, kind, ${jobKinds[kind].subject}, version, started_by, status, phase) VALUES ($1, $2, $3, $4, $5, 'WAITING', 'waiting')
         ON CONFLICT DO NOTHING`,
        [job, kind, subject, version ?? null, by],
      );
      if (rowCount === 1)
        await addJob(utils, kind, { job, subject, by, ...(version === undefined ? {} : { version }) });
      const started = await latest(jobKinds[kind].subject, subject, [kind]);
      if (!started) throw new Error(`job ${job} was not stored`);
      return started;
    },
    stop: async () => {
      await utils.release();
    },
  };
}

/** Returns the options of graphile-worker: the owner's connection, and a logger of its warnings and errors. */
export function queueOptions(owner: string, log: Logger) {
  const logger = new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(message);
  });
  return { connectionString: owner, noPreparedStatements: true, logger };
}

/** Adds a job to graphile-worker's queue. The job replaces a waiting job of the same kind and subject. */
export async function addJob(utils: WorkerUtils, kind: JobKind, request: JobRequest): Promise<void> {
  await utils.addJob(kind, request, {
    jobKey: `${kind} ${request.subject}`,
    queueName: kind,
    maxAttempts: jobKinds[kind].attempts,
  });
}
