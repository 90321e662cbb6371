import { makeWorkerUtils, run, type TaskList, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { allJobKinds, type JobKind, type JobRequest } from './job-kinds.ts';
import { addJob, queueOptions } from './job-queue.ts';
import { keepRunning } from './supervised-runner.ts';

/** Work in hand: what it is about, who asked for it, and how to tell how far it has come. */
export interface JobContext {
  /** The changeset or the import. */
  readonly subject: string;
  /** The version that was looked at, where the subject has versions. */
  readonly version?: number | undefined;
  readonly by: string;
  /** Whether the queue gives it up when it fails this time. */
  readonly isLast: boolean;
  /** Tells how far it has come: often enough to be watched, seldom enough to cost nothing. */
  readonly note: (phase: string, done: number, total: number) => void;
  /** Aborted when the server stops: what can be taken up again ends then, by throwing. */
  readonly signal: AbortSignal;
}

/** How a kind of work is done. */
export interface JobHandler {
  /** Puts right what a process that was cut off has left, before the queue is worked on and when the database is back. */
  readonly putBack?: () => Promise<void>;
  /** Does it. What it throws is tried again; twice done must have one effect. */
  readonly run: (
    context: JobContext,
  ) => Promise<{ readonly isDone: boolean; readonly outcome: Record<string, unknown> }>;
}

/** Jobs that are being done. */
export interface RunningJobs {
  /** Ends it: what can be taken up again is cut off, what cannot is waited for. */
  readonly stop: () => Promise<void>;
}

/**
 * Does what is on the queue. A job that dies with its process is taken up again: what is done twice has one effect. Work of
 * one kind is done one by one.
 */
export async function runJobs({
  owner,
  desk,
  log,
  handlers,
}: {
  owner: string;
  desk: Pool;
  log: Logger;
  handlers: Readonly<Record<JobKind, JobHandler>>;
}): Promise<RunningJobs> {
  const options = queueOptions(owner, log);
  const utils = await makeWorkerUtils(options);
  await utils.migrate();
  const stopping = new AbortController();
  const tasks: TaskList = Object.fromEntries(
    allJobKinds.map((kind) => [
      kind,
      async (payload, { job: { attempts, max_attempts } }) => {
        const asked = payload as JobRequest;
        const isLast = attempts >= max_attempts;
        await runJob({ asked, work: handlers[kind], desk, log, isLast, signal: stopping.signal });
      },
    ]),
  );
  const putBack = async () => {
    for (const kind of allJobKinds) await handlers[kind].putBack?.();
  };
  const runner = await keepRunning(async () => {
    await putBack();
    await takeUpAgain(utils, desk);
    const begun = await run({
      ...options,
      // Without batches nobody hears that the end of a job could not be noted: the promise is dropped, and its rejection
      // would take the process with it. With them the runner ends instead.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      parsedCronItems: [],
      taskList: tasks,
      // One of each kind: an import that takes minutes keeps no merge waiting.
      concurrency: allJobKinds.length,
      noHandleSignals: true,
      pollInterval: 2_000,
    });
    // It listens again once a database that went away is back: work within a request may have been cut off, too.
    begun.events.on('pool:listen:success', () => {
      putBack().catch((error: unknown) => log.warn({ err: error }, 'what was cut off could not be put back'));
    });
    return begun;
  }, log);
  return {
    stop: async () => {
      stopping.abort();
      await runner.stop();
      await utils.release();
    },
  };
}

/**
 * Puts back on the queue what a process that was killed left there: the queue holds its jobs for hours, lest it still
 * lives. Should it live after all, in another process, the work is asked for twice and has one effect.
 */
async function takeUpAgain(utils: WorkerUtils, desk: Pool): Promise<void> {
  const { rows: workers } = await utils.withPgClient((client) =>
    client.query<{ id: string }>(
      'SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
    ),
  );
  await utils.forceUnlockWorkers(workers.map(({ id }) => id));
  const { rows: left } = await desk.query<JobRequest & { kind: JobKind }>(
    `SELECT kind, id AS job, coalesce(changeset_id, import_id) AS subject, version, started_by AS by FROM desk.job
     WHERE kind = ANY ($1) AND status IN ('WAITING', 'RUNNING') ORDER BY created_at`,
    [allJobKinds],
  );
  for (const { kind, ...asked } of left) await addJob(utils, kind, asked);
}

async function runJob({
  asked: { job, subject, version, by },
  work,
  desk,
  log,
  isLast,
  signal,
}: {
  asked: JobRequest;
  work: JobHandler;
  desk: Pool;
  log: Logger;
  isLast: boolean;
  signal: AbortSignal;
}): Promise<void> {
  let noted = 0;
  let last = '';
  const tell = async (phase: string, done: number, total: number) => {
    await desk.query("UPDATE desk.job SET status = 'RUNNING', phase = $2, done = $3, total = $4 WHERE id = $1", [
      job,
      phase,
      done,
      total,
    ]);
  };
  await tell('reading', 0, 0);
  let telling: Promise<void> = Promise.resolve();
  const note = (phase: string, done: number, total: number) => {
    if (phase === last && done < total && Date.now() - noted < 250) return;
    noted = Date.now();
    last = phase;
    telling = telling
      .then(() => tell(phase, done, total))
      .catch((error: unknown) => log.warn({ err: error }, 'how far a job has come could not be noted'));
  };
  try {
    const { isDone, outcome } = await work.run({ subject, version: version ?? undefined, by, isLast, note, signal });
    await telling;
    await finish(desk, job, isDone ? 'DONE' : 'FAILED', outcome);
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
