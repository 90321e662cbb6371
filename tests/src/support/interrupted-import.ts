// An import on its way from check to merge, on a server whose API and Postgres are killed at random moments.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { find } from '@chancery/ledger';
import { type ApiProcess, requestMerge, submitAndWait } from './api-process.ts';
import { dumpOfRegister } from './dump.ts';
import { ImportClient } from './imports.ts';

/** What an import came to. */
export interface ImportRun {
  /** A digest of each table that tells what was merged. */
  readonly dump: Readonly<Record<string, string>>;
  /** How long each part took the last time that it was begun, in milliseconds. */
  readonly took: Took;
  /** Amid what it was killed. */
  readonly kills: readonly Part[];
}

const parts = ['check', 'write', 'submit', 'merge'] as const;
type Part = (typeof parts)[number];
type Took = Readonly<Record<Part, number>>;

/** When to kill: moments from 0 to 1 in rising order, of the time that all parts took when nothing was killed. */
export interface KillSchedule {
  readonly moments: readonly number[];
  readonly took: Took;
}

/**
 * Carries an import that Ana has uploaded to a revision that Ben has merged. At each moment a process is killed, in turns
 * of the API and Postgres; what was being done is asked for again once the server is up, or goes on by itself. A part that
 * was killed is at its beginning again as far as the next moment is concerned, so that all parts are killed, however much
 * or little of them has to be done again.
 * @throws Error when a part fails that was not killed.
 */
export async function runInterruptedImport(
  server: ApiProcess,
  id: string,
  { moments, took: usual }: KillSchedule = { moments: [], took: { check: 0, write: 0, submit: 0, merge: 0 } },
  say: (line: string) => void = () => undefined,
): Promise<ImportRun> {
  const all = parts.reduce((sum, part) => sum + usual[part], 0);
  const kills: Part[] = [];
  const took = { ...usual };
  let start = 0;
  for (const part of parts) {
    for (let isDone = false; !isDone; ) {
      const [began, moment] = [performance.now(), moments[kills.length]];
      const attempt = takes[part](server, id).then(
        () => 'done' as const,
        (error: Error) => error,
      );
      const stop = new AbortController();
      const first = await Promise.race([
        attempt,
        ...(moment === undefined
          ? []
          : [sleep(Math.max(0, moment * all - start), 'kill' as const, { signal: stop.signal })]),
      ]);
      stop.abort();
      took[part] = performance.now() - began;
      isDone = first === 'done';
      if (first instanceof Error) throw first;
      if (first === 'kill') {
        const victim = kills.length % 2 === 0 ? 'api' : 'postgres';
        kills.push(part);
        await kill(server, victim);
        // It fails for the kill, with whatever words come of that.
        await attempt;
        await server.start();
        say(`${part}: ${victim} killed after ${(took[part] / 1_000).toFixed(1)} s`);
      }
    }
    say(`${part}: done in ${(took[part] / 1_000).toFixed(1)} s`);
    start += usual[part];
  }
  return { dump: await dumpOfRegister(server.pools.owner), took, kills };
}

const kill = (server: ApiProcess, victim: 'api' | 'postgres') =>
  victim === 'api' ? server.killApi() : server.killPostgres();

/** Each part, taken from wherever it stands to its end. */
const takes: Readonly<Record<Part, (server: ApiProcess, id: string) => Promise<void>>> = {
  check: (server, id) => takeImport(server, id, 'UPLOADED', 'checkImport', 'CHECKED'),
  write: (server, id) => takeImport(server, id, 'CHECKED', 'writeImport', 'WRITTEN'),
  submit: async (server, id) => {
    const { status, id: changeset, version } = await standing(server, id);
    if (status !== 'DRAFT') return;
    const came = await submitAndWait(await server.as('Ana'), changeset, version);
    if (came !== 'submitted') throw new Error(`the submission came to ${String(came).slice(0, 1_000)}`);
  },
  merge: async (server, id) => {
    const ben = await server.as('Ben');
    const changeset = await standing(server, id);
    if (changeset.status === 'SUBMITTED') await ben.approves(changeset);
    for (;;) {
      const { __typename } = await requestMerge(ben, changeset.id, changeset.version);
      if (__typename === 'Merged') return;
      if (__typename !== 'Merging') throw new Error(`the merge was answered ${__typename}`);
      await sleep(100);
    }
  },
};

async function takeImport(server: ApiProcess, id: string, from: string, mutation: string, to: string): Promise<void> {
  const importing = new ImportClient(server.url, await server.as('Ana'));
  if ((await importing.looksAt(id)).status === from) await importing.does(mutation, id);
  const { status, problem } = await importing.hasEnded(id);
  if (status !== to) throw new Error(`the import is ${status}: ${problem}`);
}

/** The changeset that an import was written into, as it stands. */
async function standing(server: ApiProcess, id: string) {
  const importing = new ImportClient(server.url, await server.as('Ana'));
  const { changeset } = await importing.looksAt(id);
  const found = changeset && (await find(server.pools.desk, changeset.id));
  if (!found) throw new Error('nothing was written');
  return found;
}
