import { makeWorkerUtils, run, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { requeueInterrupted } from './interrupted-jobs.ts';
import { allJobKinds, type JobKind, type JobRequest } from './job-kinds.ts';
import { lockJob } from './job-lock.ts';
import { queueOptions } from './job-queue.ts';
import { keepRunning } from './supervised-runner.ts';

/** The context of a running job: its subject, the user who started it, and how to report progress. */
export interface JobContext {
  /** The id of the changeset or the import. */
  readonly subject: string;
  /** The version of the changeset that the job works on; `undefined` for an import. */
  readonly version?: number | undefined;
  readonly by: string;
  /** True on the last attempt. */
  readonly isLast: boolean;
  /** Reports progress. Calls are throttled before they are written to the database. */
  readonly reportProgress: (phase: string, done: number, total: number) => void;
  /**
   * Aborted when the server stops, or when another process may take the job up. Jobs that can be resumed then throw.
   */
  readonly signal: AbortSignal;
}

/** The handler of one kind of job. */
export interface JobHandler {
  /** Cleans up after a process that was killed. Runs before the queue is processed and when the database is back. */
  readonly recover?: () => Promise<void>;
  /**
   * Runs the job. A job that throws is retried, so running it twice must have the same effect as running it once.
   * Resolves with `isDone` false if the job failed and a retry would not help.
   */
  readonly run: (
    context: JobContext,
  ) => Promise<{ readonly isDone: boolean; readonly outcome: Record<string, unknown> }>;
}

/** A handle on the processing of queued jobs, in this process or in a child process. */
export interface JobProcessor {
  /** Stops processing: aborts jobs that can be resumed and waits for the others. */
  readonly stop: () => Promise<void>;
}

/** How often to look for jobs whose process has died, in milliseconds. */
const recoveryInterval = 5_000;

/**
 * Starts to process queued jobs with the handler of each kind. Several processes may do so on one database: each job
 * runs in one of them at a time, and a job whose process has died is run again by any of them, which is safe because
 * jobs are idempotent. Jobs of one kind run one at a time.
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
}): Promise<JobProcessor> {
  const options = queueOptions(owner, log);
  const utils = await makeWorkerUtils(options);
  await utils.migrate();
  const stopping = new AbortController();
  const tasks: TaskList = Object.fromEntries(
    allJobKinds.map((kind) => [
      kind,
      async (payload, { job: { attempts, max_attempts, locked_by } }) => {
        const request = payload as JobRequest;
        const isLast = attempts >= max_attempts;
        const lock = await lockJob(owner, { job: request.job, pool: locked_by ?? '', signal: stopping.signal });
        try {
          // It was finished by the process that held the lock.
          if (await isFinished(desk, request.job)) return;
          const signal = AbortSignal.any([stopping.signal, lock.lost]);
          await runJob({ request, handler: handlers[kind], desk, log, isLast, signal, lost: lock.lost });
        } finally {
          await lock.release();
        }
      },
    ]),
  );
  const recover = async () => {
    for (const kind of allJobKinds) await handlers[kind].recover?.();
    await requeueInterrupted(utils, desk);
  };
  const recoverAgain = () =>
    recover().catch((error: unknown) => log.warn({ err: error }, 'could not recover interrupted work'));
  const runner = await keepRunning(async () => {
    await recover();
    const started = await run({
      ...options,
      // Without batching, graphile-worker drops the promise that stores a job's completion, and its rejection would crash the
      // process. With batching (delay 0) the runner stops instead, and keepRunning restarts it.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      parsedCronItems: [],
      taskList: tasks,
      // One job of each kind at a time, so that a long import doesn't delay merges.
      concurrency: allJobKinds.length,
      noHandleSignals: true,
      pollInterval: 2_000,
    });
    // The runner listens again when the database is back. Merges within requests may have been interrupted too, so recover.
    started.events.on('pool:listen:success', () => void recoverAgain());
    return started;
  }, log);
  let recovering: Promise<void> | undefined;
  const timer = setInterval(() => {
    recovering ??= recoverAgain().finally(() => {
      recovering = undefined;
    });
  }, recoveryInterval);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await runner.stop();
      await recovering;
      await utils.release();
    },
  };
}

async function isFinished(desk: Pool, job: string): Promise<boolean> {
  const { rows } = await desk.query("SELECT FROM desk.job WHERE id = $1 AND status IN ('DONE', 'FAILED')", [job]);
  return rows.length > 0;
}

async function runJob({
  request: { job, subject, version, by },
  handler,
  desk,
  log,
  isLast,
  signal,
  lost,
}: {
  request: JobRequest;
  handler: JobHandler;
  desk: Pool;
  log: Logger;
  isLast: boolean;
  signal: AbortSignal;
  lost: AbortSignal;
}): Promise<void> {
  let lastReportAt = 0;
  let lastPhase = '';
  const storeProgress = async (phase: string, done: number, total: number) => {
    if (lost.aborted) return;
    await desk.query("UPDATE desk.job SET status = 'RUNNING', phase = $2, done = $3, total = $4 WHERE id = $1", [
      job,
      phase,
      done,
      total,
    ]);
  };
  await storeProgress('reading', 0, 0);
  let storing: Promise<void> = Promise.resolve();
  const reportProgress = (phase: string, done: number, total: number) => {
    if (phase === lastPhase && done < total && Date.now() - lastReportAt < 250) return;
    lastReportAt = Date.now();
    lastPhase = phase;
    storing = storing
      .then(() => storeProgress(phase, done, total))
      .catch((error: unknown) => log.warn({ err: error }, 'could not store the progress of a job'));
  };
  try {
    const { isDone, outcome } = await handler.run({
      subject,
      version: version ?? undefined,
      by,
      isLast,
      reportProgress,
      signal,
    });
    await storing;
    // The state of the job now belongs to the process that has taken it up.
    if (lost.aborted) throw new Error('the connection that holds the lock on the job is lost');
    await finish(desk, job, isDone ? 'DONE' : 'FAILED', outcome);
  } catch (error) {
    await storing;
    if (lost.aborted) throw error;
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
