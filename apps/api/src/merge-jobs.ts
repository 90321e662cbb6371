import { newDeskId } from '@chancery/codebook';
import { type Merged, merge, releaseAbandonedMerges } from '@chancery/ledger';
import { makeWorkerUtils, run, type TaskList, Logger as WorkerLogger, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { HeadWatch } from './head-watch.ts';
import { keepRunning } from './kept-runner.ts';

/** A merge that runs in the background, and how far it has come. */
export interface MergeJob {
  readonly id: string;
  readonly changesetId: string;
  readonly status: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly outcome: unknown;
}

/** Runs merges that are too large, or wait too long, for one request. */
export interface MergeJobs {
  /** Starts a merge in the background, or returns the one that runs already. */
  readonly start: (changesetId: string, by: string) => Promise<MergeJob>;
  readonly find: (id: string) => Promise<MergeJob | undefined>;
  /** The latest merge job of a changeset. */
  readonly ofChangeset: (changesetId: string) => Promise<MergeJob | undefined>;
  readonly stop: () => Promise<void>;
}

const columns = `id, changeset_id AS "changesetId", status, phase, done, total, outcome`;

/**
 * Merge jobs on the queue of graphile-worker, which keeps its tables in a schema of its own (hence the owner's address).
 * A job that dies with its process is taken up again: a merge is all or nothing, and merging twice has one effect.
 */
export async function mergeJobs({
  owner,
  desk,
  writer,
  head,
  log,
}: {
  owner: string;
  desk: Pool;
  writer: Pool;
  head: HeadWatch;
  log: Logger;
}): Promise<MergeJobs> {
  // It is talkative about its own comings and goings, which are of no interest here.
  const logger = new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(message);
  });
  const shared = { connectionString: owner, noPreparedStatements: true, logger };
  const utils = await makeWorkerUtils(shared);
  await utils.migrate();
  const tasks: TaskList = {
    merge: async (payload, { job: { attempts, max_attempts } }) => {
      const { job, changesetId, by } = payload as { job: string; changesetId: string; by: string };
      await runMerge({ job, changesetId, by, desk, writer, head, log, isLast: attempts >= max_attempts });
    },
  };
  const putBack = async () => {
    const released = await releaseAbandonedMerges(writer);
    if (released > 0) log.info({ released }, 'merges that were cut off can be asked for again');
  };
  const runner = await keepRunning(async () => {
    await putBack();
    await takeUpAgain(utils, desk);
    const begun = await run({
      ...shared,
      // Without batches nobody hears that the end of a job could not be noted: the promise is dropped, and its rejection
      // would take the process with it. With them the runner ends instead.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      parsedCronItems: [],
      taskList: tasks,
      concurrency: 1,
      noHandleSignals: true,
      pollInterval: 2_000,
    });
    // It listens again once a database that went away is back: merges within a request may have been cut off, too.
    begun.events.on('pool:listen:success', () => {
      putBack().catch((error: unknown) => log.warn({ err: error }, 'merges that were cut off could not be put back'));
    });
    return begun;
  }, log);

  const find = async (id: string) =>
    (await desk.query<MergeJob>(`SELECT ${columns} FROM desk.job WHERE id = $1`, [id])).rows[0];
  const ofChangeset = async (changesetId: string) =>
    (
      await desk.query<MergeJob>(
        `SELECT ${columns} FROM desk.job WHERE changeset_id = $1 AND kind = 'merge' ORDER BY created_at DESC LIMIT 1`,
        [changesetId],
      )
    ).rows[0];
  return {
    find,
    ofChangeset,
    start: async (changesetId, by) => {
      const running = await ofChangeset(changesetId);
      if (running && (running.status === 'WAITING' || running.status === 'RUNNING')) return running;
      const job = newDeskId('job');
      await desk.query(
        "INSERT INTO desk.job (id, kind, changeset_id, started_by, status, phase) VALUES ($1, 'merge', $2, $3, 'WAITING', 'waiting')",
        [job, changesetId, by],
      );
      await addMerge(utils, { job, changesetId, by });
      const started = await find(job);
      if (!started) throw new Error('a job was not kept');
      return started;
    },
    stop: async () => {
      await runner.stop();
      await utils.release();
    },
  };
}

/**
 * Puts back on the queue what a process that was killed left there: the queue holds its jobs for hours, lest it still
 * lives. Should it live after all, in another process, the merge is asked for twice and has one effect.
 */
async function takeUpAgain(utils: WorkerUtils, desk: Pool): Promise<void> {
  const { rows: workers } = await utils.withPgClient((client) =>
    client.query<{ id: string }>(
      'SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
    ),
  );
  await utils.forceUnlockWorkers(workers.map(({ id }) => id));
  const { rows: left } = await desk.query<{ job: string; changesetId: string; by: string }>(
    `SELECT id AS job, changeset_id AS "changesetId", started_by AS by FROM desk.job
     WHERE kind = 'merge' AND status IN ('WAITING', 'RUNNING') ORDER BY created_at`,
  );
  for (const merge of left) await addMerge(utils, merge);
}

/** Puts a merge on the queue, in place of one of the same changeset that waits there. */
async function addMerge(
  utils: WorkerUtils,
  merge: { readonly job: string; readonly changesetId: string; readonly by: string },
): Promise<void> {
  await utils.addJob('merge', merge, { jobKey: `merge ${merge.changesetId}`, maxAttempts: 5 });
}

async function runMerge({
  job,
  changesetId,
  by,
  desk,
  writer,
  head,
  log,
  isLast,
}: {
  job: string;
  changesetId: string;
  by: string;
  desk: Pool;
  writer: Pool;
  head: HeadWatch;
  log: Logger;
  /** Whether the queue gives it up when it fails this time. */
  isLast: boolean;
}): Promise<void> {
  let noted = 0;
  let last = '';
  const note = async (phase: string, done: number, total: number) => {
    await desk.query("UPDATE desk.job SET status = 'RUNNING', phase = $2, done = $3, total = $4 WHERE id = $1", [
      job,
      phase,
      done,
      total,
    ]);
  };
  await note('reading', 0, 0);
  let telling: Promise<void> = Promise.resolve();
  try {
    const merged = await merge(writer, changesetId, {
      by,
      progress: (phase, done, total) => {
        // Often enough to be watched, seldom enough to cost nothing.
        if (phase === last && done < total && Date.now() - noted < 250) return;
        noted = Date.now();
        last = phase;
        telling = telling
          .then(() => note(phase, done, total))
          .catch((error: unknown) => log.warn({ err: error }, 'how far a merge has come could not be noted'));
      },
    });
    await telling;
    if (merged.outcome === 'merged') head.saw({ number: merged.revision, at: '' });
    await finish(desk, job, merged.outcome === 'merged' ? 'DONE' : 'FAILED', summary(merged));
  } catch (error) {
    await telling;
    await finish(desk, job, isLast ? 'FAILED' : 'WAITING', isLast ? { outcome: 'given-up' } : null);
    throw error;
  }
}

async function finish(desk: Pool, job: string, status: string, outcome: unknown): Promise<void> {
  await desk.query(
    "UPDATE desk.job SET status = $2, outcome = $3, finished_at = CASE WHEN $2 IN ('DONE', 'FAILED') THEN now() END WHERE id = $1",
    [job, status, outcome === null ? null : JSON.stringify(outcome)],
  );
}

/** What a job keeps of an outcome: of conflicts and problems the first hundred. */
function summary(merged: Merged): Record<string, unknown> {
  switch (merged.outcome) {
    case 'merged':
      return { outcome: 'merged', revision: merged.revision };
    case 'conflicts':
      return { outcome: 'conflicts', conflicts: merged.conflicts.slice(0, 100) };
    case 'refused':
      return { outcome: 'refused', problems: merged.problems.slice(0, 100) };
    case 'closed':
      return { outcome: 'closed', message: merged.message };
    default:
      return { outcome: merged.outcome };
  }
}
