// Runs an import from check to merge while the API and Postgres are killed at given moments.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChangeset } from '@chancery/ledger';
import { type ApiProcess, requestMerge, submitAndWait } from './api-process.ts';
import { ImportClient } from './imports.ts';
import { registerDigests } from './table-digests.ts';

/** The result of `runInterruptedImport`. */
export interface ImportRun {
  /** Digests of the tables that merges write. */
  readonly digests: Readonly<Record<string, string>>;
  /** The milliseconds that each step took in its last attempt. */
  readonly durations: Durations;
  /** The steps during which a process was killed. */
  readonly kills: readonly Step[];
}

const steps = ['check', 'write', 'submit', 'merge'] as const;
type Step = (typeof steps)[number];
type Durations = Readonly<Record<Step, number>>;

/** When to kill processes during a run. */
export interface KillSchedule {
  /** Ascending fractions, from 0 to 1, of the duration of a run without kills. */
  readonly moments: readonly number[];
  /** The milliseconds that each step took in a run without kills. */
  readonly durations: Durations;
}

/**
 * Checks, writes and submits an import as Ana and merges it as Ben. Kills a process at each moment, alternating between
 * the API and Postgres, then restarts it and requests the interrupted step again unless it has resumed. The time that
 * an interrupted attempt took does not count, so that kills can hit every step, however much work is repeated.
 * @throws Error if a step fails without a kill
 */
export async function runInterruptedImport(
  server: ApiProcess,
  id: string,
  { moments, durations: expected }: KillSchedule = {
    moments: [],
    durations: { check: 0, write: 0, submit: 0, merge: 0 },
  },
  log: (line: string) => void = () => undefined,
): Promise<ImportRun> {
  const total = steps.reduce((sum, step) => sum + expected[step], 0);
  const kills: Step[] = [];
  const durations = { ...expected };
  let start = 0;
  for (const step of steps) {
    for (let isDone = false; !isDone; ) {
      const [began, moment] = [performance.now(), moments[kills.length]];
      const attempt = runStep[step](server, id).then(
        () => 'done' as const,
        (error: Error) => error,
      );
      const stop = new AbortController();
      const first = await Promise.race([
        attempt,
        ...(moment === undefined
          ? []
          : [sleep(Math.max(0, moment * total - start), 'kill' as const, { signal: stop.signal })]),
      ]);
      stop.abort();
      durations[step] = performance.now() - began;
      isDone = first === 'done';
      if (first instanceof Error) throw first;
      if (first === 'kill') {
        const victim = kills.length % 2 === 0 ? 'api' : 'postgres';
        kills.push(step);
        await kill(server, victim);
        // It fails because of the kill, with an arbitrary error.
        await attempt;
        await server.start();
        log(`${step}: ${victim} killed after ${(durations[step] / 1_000).toFixed(1)} s`);
      }
    }
    log(`${step}: done in ${(durations[step] / 1_000).toFixed(1)} s`);
    start += expected[step];
  }
  return { digests: await registerDigests(server.pools.owner), durations, kills };
}

const kill = (server: ApiProcess, victim: 'api' | 'postgres') =>
  victim === 'api' ? server.killApi() : server.killPostgres();

/** For each step: starts or resumes it, and waits for its end. */
const runStep: Readonly<Record<Step, (server: ApiProcess, id: string) => Promise<void>>> = {
  check: (server, id) => runImportStep(server, id, 'UPLOADED', 'checkImport', 'CHECKED'),
  write: (server, id) => runImportStep(server, id, 'CHECKED', 'writeImport', 'WRITTEN'),
  submit: async (server, id) => {
    const { status, id: changeset, version } = await changesetOf(server, id);
    if (status !== 'DRAFT') return;
    const result = await submitAndWait(await server.as('Ana'), changeset, version);
    if (result !== 'submitted') throw new Error(`not submitted: ${String(result).slice(0, 1_000)}`);
  },
  merge: async (server, id) => {
    const ben = await server.as('Ben');
    const changeset = await changesetOf(server, id);
    if (changeset.status === 'SUBMITTED') await ben.approves(changeset);
    for (;;) {
      const { __typename } = await requestMerge(ben, changeset.id, changeset.version);
      if (__typename === 'Merged') return;
      if (__typename !== 'Merging') throw new Error(`unexpected response to the merge: ${__typename}`);
      await sleep(100);
    }
  },
};

async function runImportStep(
  server: ApiProcess,
  id: string,
  from: string,
  mutation: string,
  to: string,
): Promise<void> {
  const client = new ImportClient(server.url, await server.as('Ana'));
  if ((await client.looksAt(id)).status === from) await client.does(mutation, id);
  const { status, problem } = await client.waitsForEnd(id);
  if (status !== to) throw new Error(`the import ${id} is ${status}, not ${to}: ${problem}`);
}

/** Returns the current changeset of an import. */
async function changesetOf(server: ApiProcess, id: string) {
  const client = new ImportClient(server.url, await server.as('Ana'));
  const { changeset } = await client.looksAt(id);
  const found = changeset && (await findChangeset(server.pools.desk, changeset.id));
  if (!found) throw new Error(`the import ${id} has no changeset`);
  return found;
}
