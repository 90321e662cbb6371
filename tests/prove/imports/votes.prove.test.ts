// The votes of the General Assembly, in one changeset, by way of a server as operators run it: uploaded, checked, written,
// submitted, reviewed and merged while readers read. The published files are looked for in CHANCERY_DATA.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { newDeskId } from '@chancery/codebook';
import { afterAll, expect, it } from '@jest/globals';
import { askAt } from '../../src/support/api.ts';
import { ApiProcess, requestMerge, submitAndWait, waitForJob } from '../../src/support/api-process.ts';
import { ImportClient } from '../../src/support/imports.ts';
import { bringInStates, filesOfVotes } from './general-assembly.ts';
import { Readers } from './readers.ts';

const server = new ApiProcess();
const letGo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const each of letGo.toReversed()) await each();
  await server.close();
});

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Figures of the memory of the API: what it holds now and the most it has held, in MB. */
function memory(): { now: number; most: number } {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
  return { now: of('VmRSS'), most: of('VmHWM') };
}

/** ISO_A3 codes of states, to ask about. */
async function codesOfStates(): Promise<readonly string[]> {
  const { rows } = await server.pools.owner.query<{ value: string }>(
    "SELECT DISTINCT value FROM register.external_code WHERE scheme = 'ISO_A3' ORDER BY value",
  );
  return rows.map(({ value }) => value);
}

it('the votes of seventy-five years go through one changeset while readers read', async () => {
  const files = await filesOfVotes();
  await server.start();
  await server.hire('Ana', 'Ben');
  const [ana, ben] = [await server.as('Ana'), await server.as('Ben')];
  await bringInStates(server, ana, ben);
  const codes = await codesOfStates();

  const readers = new Readers(askAt(`${server.url}/graphql`), codes);
  letGo.push(() => readers.stop());
  await sleep(20_000);
  readers.enter('undisturbed');
  await sleep(30_000);
  const calm = readers.waited('undisturbed');
  say(`undisturbed: readers wait ${calm.p50.toFixed(1)} ms, p95 ${calm.p95.toFixed(1)} ms`);
  const took: [phase: string, seconds: number][] = [];
  const phase = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    readers.enter(name);
    const began = Date.now();
    const result = await work();
    took.push([name, (Date.now() - began) / 1_000]);
    const { now, most } = memory();
    const { p50, p95 } = readers.waited(name);
    say(
      `${name}: ${took.at(-1)?.[1].toFixed(1)} s; the API holds ${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB; readers wait ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms: ${(p95 / calm.p95).toFixed(2)} of undisturbed`,
    );
    return result;
  };

  const importing = new ImportClient(server.url, ana);
  const id = await phase('upload', () => importing.uploads(files));
  const checked = await phase('check', () => importing.checks(id));
  expect(checked.status).toBe('CHECKED');
  const written = await phase('write', () => importing.writes(id));
  expect({ status: written.status, counts: written.counts }).toEqual({ status: 'WRITTEN', counts: checked.counts });
  const { changeset } = written;
  if (!changeset) throw new Error('nothing was written');

  const submitted = await phase('submit', () => submitAndWait(ana, changeset.id, changeset.version));
  expect(submitted).toBe('submitted');
  const shown = await phase('open the review', () =>
    ben.ask(
      `query ($id: ID!) { checkChangeset(id: $id) { count errors } changeset(id: $id) { version
         groups { type kind facts samples { label } } group(type: BALLOT, kind: CREATE, first: 50) { nodes { fact operations { id } } } } }`,
      { id: changeset.id },
    ),
  );
  expect(shown.errors).toEqual([]);
  const { version } = (shown.data as unknown as { changeset: { version: number } }).changeset;
  await ben.ask(
    `mutation ($id: ID!, $changeset: ID!, $version: Int!) { reviewChangeset(id: $id, changeset: $changeset, version: $version, verdict: APPROVE, body: "") { __typename } }`,
    { id: newDeskId('review'), changeset: changeset.id, version },
  );
  const merged = await phase('merge', async () => {
    const merging = await requestMerge(ben, changeset.id, version);
    return waitForJob(ben, merging.job?.id ?? '');
  });
  expect(merged).toMatchObject({ outcome: 'merged' });
  // The demo register has ballots of its own.
  const { rows } = await server.pools.owner.query<{ count: number }>(
    'SELECT count(*)::int FROM history.ballot WHERE rev_from = (SELECT max(number) FROM ledger.revision)',
  );
  const ballots = checked.counts.find(({ outcome, type }) => outcome === 'CREATE' && type === 'BALLOT');
  expect(rows[0]?.count).toBe(ballots?.rows);
  const all = took.reduce((sum, [, seconds]) => sum + seconds, 0);
  say(
    `${ballots?.rows} ballots in ${all.toFixed(0)} s, of which 600 were allowed; at most ${memory().most.toFixed(0)} of 2048 MB`,
  );
});
