import type { WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import { allJobKinds, type JobKind, type JobRequest } from './job-kinds.ts';
import { jobLockKeys } from './job-lock.ts';
import { addJob } from './job-queue.ts';

/**
 * Requeues the jobs of processes that have died; graphile-worker itself would wait for hours. graphile-worker marks a job
 * with the pool of workers that runs it, and a pool is alive as long as its process holds a lock of `lockJob`. A job may be
 * requeued by mistake between the moment a pool takes it and the moment the pool locks it. The second pool then waits for
 * the lock on the job, and finds the job finished; the queue of its kind, which it has locked, is freed.
 */
export async function requeueInterrupted(utils: WorkerUtils, desk: Pool): Promise<void> {
  const { rows: dead } = await utils.withPgClient((client) =>
    client.query<{ pool: string }>(
      `SELECT p.pool FROM (SELECT DISTINCT locked_by AS pool FROM graphile_worker.jobs WHERE locked_by IS NOT NULL) p
       WHERE pg_try_advisory_xact_lock(${jobLockKeys.pool}, hashtext(p.pool))`,
    ),
  );
  if (dead.length > 0) await utils.forceUnlockWorkers(dead.map(({ pool }) => pool));
  await freeQueues(utils);
  for (const { kind, key, ...request } of await readUnfinished(desk)) {
    const { rows: queued } = await utils.withPgClient((client) =>
      client.query<{ waits: boolean }>(
        'SELECT locked_by IS NOT NULL OR attempts < max_attempts AS waits FROM graphile_worker.jobs WHERE key = $1',
        [key],
      ),
    );
    if (!queued[0]?.waits) await addJob(utils, kind, request);
  }
}

/**
 * Frees the queues that are locked without a job. graphile-worker frees a queue when the pool that locked it deletes its job.
 * If another pool has deleted the job, nothing would free the queue for four hours, and no job of its kind would run.
 */
async function freeQueues(utils: WorkerUtils): Promise<void> {
  await utils.withPgClient((client) =>
    client.query(
      // A pool locks a job and its queue in one statement. If it does so during this one, the time keeps the queue locked.
      `UPDATE graphile_worker._private_job_queues q SET locked_by = NULL, locked_at = NULL
       WHERE q.locked_at < now() - interval '1 second' AND NOT EXISTS (
         SELECT FROM graphile_worker._private_jobs j WHERE j.job_queue_id = q.id AND j.locked_by = q.locked_by)`,
    ),
  );
}

/** Reads the unfinished jobs that no process runs, each with its key in the queue, the oldest first. */
async function readUnfinished(desk: Pool): Promise<(JobRequest & { kind: JobKind; key: string })[]> {
  const { rows } = await desk.query<JobRequest & { kind: JobKind; key: string }>(
    `SELECT j.kind, j.job, j.subject, j.version, j.by, j.kind || ' ' || j.subject AS key FROM (
       SELECT kind, id AS job, coalesce(changeset_id, import_id) AS subject, version, started_by AS by, created_at FROM desk.job
       WHERE kind = ANY ($1) AND status IN ('WAITING', 'RUNNING') OFFSET 0) j
     WHERE pg_try_advisory_xact_lock(${jobLockKeys.job}, hashtext(j.job)) ORDER BY j.created_at`,
    [allJobKinds],
  );
  return rows;
}
