// Several processes run the jobs of one database: each job runs in one of them, and outlives the process.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type JobHandler, type JobProcessor, type JobQueue, jobQueue, runJobs } from '@chancery/api';
import { newDeskId } from '@chancery/codebook';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeLog } from '../support/api.ts';
import { type Desk, openDesk } from '../support/desk.ts';

const log = makeLog('fatal');
let desk: Desk;
let queue: JobQueue;
const processors: JobProcessor[] = [];
beforeAll(async () => {
  desk = await openDesk();
  queue = await jobQueue({ owner: desk.database.urls.owner, desk: desk.desk, log, onMerged: () => undefined });
}, 60_000);
afterAll(async () => {
  for (const processor of processors) await processor.stop();
  await queue.stop();
  await desk.close();
});

/** One run of a job: the processor that runs it, and how the test ends it. */
interface Run {
  readonly by: string;
  readonly signal: AbortSignal;
  readonly end: () => void;
}
const runs: Run[] = [];

/** Starts to process jobs, as another process would. Each run waits until the test ends it or the job is aborted. */
async function startProcessor(by: string): Promise<JobProcessor> {
  const run: JobHandler['run'] = ({ signal }) =>
    new Promise((resolve, reject) => {
      runs.push({ by, signal, end: () => resolve({ isDone: true, outcome: { by } }) });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const handlers = { submit: { run }, merge: { run }, import: { run } };
  const processor = await runJobs({ owner: desk.database.urls.owner, desk: desk.desk, log, handlers });
  processors.push(processor);
  return processor;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}
const jobOf = async (id: string) =>
  (await desk.owner.query('SELECT status, outcome FROM desk.job WHERE id = $1', [id])).rows[0];
const isQueued = async () => (await desk.owner.query('SELECT FROM graphile_worker.jobs')).rowCount !== 0;

it('a live job is neither unlocked nor run again by processes that start meanwhile', async () => {
  await startProcessor('first');
  const { id } = await queue.start('import', newDeskId('import'), 'ana');
  await until(() => runs.length === 1);
  const locks = async () => (await desk.owner.query('SELECT locked_by, attempts FROM graphile_worker.jobs')).rows;
  const before = await locks();
  await startProcessor('second');
  await startProcessor('third');
  // A start requeues what it takes for interrupted before it resolves, and two more jobs pass through the queue.
  expect(await locks()).toEqual(before);
  const other = await queue.start('merge', newDeskId('changeset'), 'ana');
  await until(() => runs.length === 2);
  const third = await queue.start('submit', newDeskId('changeset'), 'ana');
  await until(() => runs.length === 3);
  for (const run of runs.slice(1)) run.end();
  for (const { id: short } of [other, third]) await until(async () => (await jobOf(short)).status === 'DONE');
  runs[0]?.end();
  await until(async () => (await jobOf(id)).status === 'DONE');
  expect(await jobOf(id)).toEqual({ status: 'DONE', outcome: { by: 'first' } });
  await until(async () => !(await isQueued()));
  expect(runs).toHaveLength(3);
}, 60_000);

it('several jobs of different kinds run in one process at the same time', async () => {
  runs.length = 0;
  for (const processor of processors.splice(1)) await processor.stop();
  const jobs = [
    await queue.start('import', newDeskId('import'), 'ana'),
    await queue.start('merge', newDeskId('changeset'), 'ana'),
    await queue.start('submit', newDeskId('changeset'), 'ana'),
  ];
  await until(() => runs.length === 3);
  expect(runs.map(({ by }) => by)).toEqual(['first', 'first', 'first']);
  for (const run of runs) run.end();
  for (const { id } of jobs) await until(async () => (await jobOf(id)).status === 'DONE');
}, 60_000);

it('the job of a process that was killed is taken up by another', async () => {
  runs.length = 0;
  for (const processor of processors.splice(0)) await processor.stop();
  const killed = fork(join(import.meta.dirname, '../support/endless-jobs.ts'), [JSON.stringify(desk.database.urls)], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  });
  try {
    const { id } = await queue.start('import', newDeskId('import'), 'ana');
    await once(killed, 'message');
    await startProcessor('first');
    await startProcessor('second');
    expect((await jobOf(id)).status).toBe('RUNNING');
    expect(runs).toHaveLength(0);
    killed.kill('SIGKILL');
    await until(() => runs.length === 1);
    runs[0]?.end();
    await until(async () => (await jobOf(id)).status === 'DONE');
    expect(runs).toHaveLength(1);
  } finally {
    killed.kill('SIGKILL');
  }
}, 60_000);

it('a job whose lock is lost is run again, and the old run stores nothing more', async () => {
  runs.length = 0;
  const { id } = await queue.start('import', newDeskId('import'), 'ana');
  await until(() => runs.length === 1);
  const { rowCount } = await desk.owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'chancery job'",
  );
  expect(rowCount).toBe(1);
  await until(() => runs.length === 2);
  expect(runs[0]?.signal.aborted).toBe(true);
  expect((await jobOf(id)).status).toBe('RUNNING');
  runs[1]?.end();
  await until(async () => (await jobOf(id)).status === 'DONE');
  expect(await jobOf(id)).toMatchObject({ outcome: { by: runs[1]?.by } });
  await until(async () => !(await isQueued()));
  expect(runs).toHaveLength(2);
}, 60_000);

it('one job is stored when several processes start the same at once', async () => {
  runs.length = 0;
  const subject = newDeskId('changeset');
  const started = await Promise.all(Array.from({ length: 8 }, () => queue.start('submit', subject, 'ana', 1)));
  expect(new Set(started.map(({ id }) => id)).size).toBe(1);
  await until(() => runs.length === 1);
  runs[0]?.end();
  await until(async () => (await jobOf(started[0]?.id ?? '')).status === 'DONE');
  await until(async () => !(await isQueued()));
  expect(runs).toHaveLength(1);
}, 60_000);

it('a job that two processes took does not hold up the next one of its kind', async () => {
  runs.length = 0;
  const first = await queue.start('merge', newDeskId('changeset'), 'ana');
  await until(() => runs.length === 1);
  // The second process has locked the queue. The first one deletes the job, and the second one finds nothing to delete.
  await desk.owner.query(
    `UPDATE graphile_worker._private_job_queues SET locked_by = 'pool-second' WHERE queue_name = 'merge'`,
  );
  runs[0]?.end();
  await until(async () => (await jobOf(first.id)).status === 'DONE');
  await until(async () => !(await isQueued()));
  const next = await queue.start('merge', newDeskId('changeset'), 'ana');
  await until(() => runs.length === 2);
  runs[1]?.end();
  await until(async () => (await jobOf(next.id)).status === 'DONE');
}, 60_000);
