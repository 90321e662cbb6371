import { newDeskId } from '@chancery/codebook';
import { makeWorkerUtils, run, type TaskList, Logger as WorkerLogger, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { keepRunning } from './kept-runner.ts';

/** The kinds of work that is done in the background, with the column that names what each is about. */
const subjects = { merge: 'changeset_id', import: 'import_id' } as const;
/** A kind of work that is done in the background. */
export type JobKind = keyof typeof subjects;

/** Work in the background, and how far it has come. */
export interface BackgroundJob {
  readonly id: string;
  readonly status: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly outcome: unknown;
}

/** Work in hand: what it is about, who asked for it, and how to tell how far it has come. */
export interface InHand {
  /** The changeset or the import. */
  readonly subject: string;
  readonly by: string;
  /** Whether the queue gives it up when it fails this time. */
  readonly isLast: boolean;
  /** Tells how far it has come: often enough to be watched, seldom enough to cost nothing. */
  readonly note: (phase: string, done: number, total: number) => void;
  /** Aborted when the server stops: what can be taken up again ends then, by throwing. */
  readonly signal: AbortSignal;
}

/** How a kind of work is done. */
export interface Work {
  /** Puts right what a process that was cut off has left, before the queue is worked on and when the database is back. */
  readonly putBack?: () => Promise<void>;
  /** Does it. What it throws is tried again; twice done must have one effect. */
  readonly run: (inHand: InHand) => Promise<{ readonly isDone: boolean; readonly outcome: Record<string, unknown> }>;
  /** How often it is tried. */
  readonly attempts: number;
}

/** Does work that is too large, or waits too long, for one request. */
export interface BackgroundJobs {
  /** Starts work in the background, or returns the job that does it already. */
  readonly start: (kind: JobKind, subject: string, by: string) => Promise<BackgroundJob>;
  readonly find: (id: string) => Promise<BackgroundJob | undefined>;
  /** The latest job of a kind that is about something. */
  readonly latest: (kind: JobKind, subject: string) => Promise<BackgroundJob | undefined>;
  readonly stop: () => Promise<void>;
}

const columns = 'id, status, phase, done, total, outcome';

/**
 * Jobs on the queue of graphile-worker, which keeps its tables in a schema of its own (hence the owner's address). A job
 * that dies with its process is taken up again: what is done twice has one effect. Work of one kind is done one by one.
 */
export async function backgroundJobs({
  owner,
  desk,
  log,
  works,
}: {
  owner: string;
  desk: Pool;
  log: Logger;
  works: Readonly<Record<JobKind, Work>>;
}): Promise<BackgroundJobs> {
  // It is talkative about its own comings and goings, which are of no interest here.
  const logger = new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(message);
  });
  const shared = { connectionString: owner, noPreparedStatements: true, logger };
  const utils = await makeWorkerUtils(shared);
  await utils.migrate();
  const stopping = new AbortController();
  const kinds = Object.keys(subjects) as JobKind[];
  const tasks: TaskList = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      async (payload, { job: { attempts, max_attempts } }) => {
        const asked = payload as Asked;
        const isLast = attempts >= max_attempts;
        await runJob({ asked, work: works[kind], desk, log, isLast, signal: stopping.signal });
      },
    ]),
  );
  const add = (kind: JobKind, asked: Asked) => addJob(utils, kind, works[kind].attempts, asked);
  const putBack = async () => {
    for (const kind of kinds) await works[kind].putBack?.();
  };
  const runner = await keepRunning(async () => {
    await putBack();
    await takeUpAgain(utils, desk, add);
    const begun = await run({
      ...shared,
      // Without batches nobody hears that the end of a job could not be noted: the promise is dropped, and its rejection
      // would take the process with it. With them the runner ends instead.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      parsedCronItems: [],
      taskList: tasks,
      // One of each kind: an import that takes minutes keeps no merge waiting.
      concurrency: kinds.length,
      noHandleSignals: true,
      pollInterval: 2_000,
    });
    // It listens again once a database that went away is back: work within a request may have been cut off, too.
    begun.events.on('pool:listen:success', () => {
      putBack().catch((error: unknown) => log.warn({ err: error }, 'what was cut off could not be put back'));
    });
    return begun;
  }, log);

  const find = async (id: string) =>
    (await desk.query<BackgroundJob>(`SELECT ${columns} FROM desk.job WHERE id = $1`, [id])).rows[0];
  const latest = async (kind: JobKind, subject: string) =>
    (
      await desk.query<BackgroundJob>(
        `SELECT ${columns} FROM desk.job WHERE ${subjects[kind]} = $1 AND kind = $2 ORDER BY created_at DESC LIMIT 1`,
        [subject, kind],
      )
    ).rows[0];
  return {
    find,
    latest,
    start: async (kind, subject, by) => {
      const running = await latest(kind, subject);
      if (running && (running.status === 'WAITING' || running.status === 'RUNNING')) return running;
      const job = newDeskId('job');
      await desk.query(
        `INSERT INTO desk.job (id, kind, ${subjects[kind]}, started_by, status, phase) VALUES ($1, $2, $3, $4, 'WAITING', 'waiting')`,
        [job, kind, subject, by],
      );
      await add(kind, { job, subject, by });
      const started = await find(job);
      if (!started) throw new Error('a job was not kept');
      return started;
    },
    stop: async () => {
      stopping.abort();
      await runner.stop();
      await utils.release();
    },
  };
}

/** What is put on the queue. */
interface Asked {
  readonly job: string;
  readonly subject: string;
  readonly by: string;
}

/**
 * Puts back on the queue what a process that was killed left there: the queue holds its jobs for hours, lest it still
 * lives. Should it live after all, in another process, the work is asked for twice and has one effect.
 */
async function takeUpAgain(
  utils: WorkerUtils,
  desk: Pool,
  add: (kind: JobKind, asked: Asked) => Promise<void>,
): Promise<void> {
  const { rows: workers } = await utils.withPgClient((client) =>
    client.query<{ id: string }>(
      'SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
    ),
  );
  await utils.forceUnlockWorkers(workers.map(({ id }) => id));
  const { rows: left } = await desk.query<Asked & { kind: JobKind }>(
    `SELECT kind, id AS job, coalesce(changeset_id, import_id) AS subject, started_by AS by FROM desk.job
     WHERE kind = ANY ($1) AND status IN ('WAITING', 'RUNNING') ORDER BY created_at`,
    [Object.keys(subjects)],
  );
  for (const { kind, ...asked } of left) await add(kind, asked);
}

/** Puts work on the queue, in place of the same that waits there. */
async function addJob(utils: WorkerUtils, kind: JobKind, maxAttempts: number, asked: Asked): Promise<void> {
  await utils.addJob(kind, asked, { jobKey: `${kind} ${asked.subject}`, queueName: kind, maxAttempts });
}

async function runJob({
  asked: { job, subject, by },
  work,
  desk,
  log,
  isLast,
  signal,
}: {
  asked: Asked;
  work: Work;
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
    const { isDone, outcome } = await work.run({ subject, by, isLast, note, signal });
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
