// Imports the votes of the General Assembly as one changeset on a separate server process: upload, check, write,
// submit, review and merge, while clients read. The published files are in the folder CHANCERY_DATA.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { newDeskId } from '@chancery/codebook';
import { afterAll, expect, it } from '@jest/globals';
import { askAt } from '../../src/support/api.ts';
import { ApiProcess, requestMerge, submitAndWait, waitForJob } from '../../src/support/api-process.ts';
import { ImportClient } from '../../src/support/imports.ts';
import { importStates, readVoteFiles } from './general-assembly.ts';
import { Readers } from './readers.ts';

const server = new ApiProcess();
const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
  await server.close();
});

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Returns the current and the maximum resident memory of the API process, in MB. */
function memory(): { now: number; max: number } {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
  return { now: of('VmRSS'), max: of('VmHWM') };
}

/** Returns all ISO_A3 codes of the register, sorted. */
async function codesOfStates(): Promise<readonly string[]> {
  const { rows } = await server.pools.owner.query<{ value: string }>(
    "SELECT DISTINCT value FROM register.external_code WHERE scheme = 'ISO_A3' ORDER BY value",
  );
  return rows.map(({ value }) => value);
}

it('imports 75 years of votes as one changeset while clients read', async () => {
  const files = await readVoteFiles();
  await server.start();
  await server.createUsers('Ana', 'Ben');
  const [ana, ben] = [await server.as('Ana'), await server.as('Ben')];
  await importStates(server, ana, ben);
  const codes = await codesOfStates();

  const readers = new Readers(askAt(`${server.url}/graphql`), codes);
  cleanups.push(() => readers.stop());
  await sleep(20_000);
  readers.enter('undisturbed');
  await sleep(30_000);
  const undisturbed = readers.responseTimes('undisturbed');
  say(`undisturbed: response times p50 ${undisturbed.p50.toFixed(1)} ms, p95 ${undisturbed.p95.toFixed(1)} ms`);
  const durations: [phase: string, seconds: number][] = [];
  const phase = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    readers.enter(name);
    const began = Date.now();
    const result = await work();
    durations.push([name, (Date.now() - began) / 1_000]);
    const { now, max } = memory();
    const { p50, p95 } = readers.responseTimes(name);
    say(
      `${name}: ${durations.at(-1)?.[1].toFixed(1)} s; memory of the API ${now.toFixed(0)} MB, maximum ${max.toFixed(0)} MB; response times p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms: ${(p95 / undisturbed.p95).toFixed(2)} times undisturbed`,
    );
    return result;
  };

  const client = new ImportClient(server.url, ana);
  const id = await phase('upload', () => client.uploads(files));
  const checked = await phase('check', () => client.checks(id));
  expect(checked.status).toBe('CHECKED');
  const written = await phase('write', () => client.writes(id));
  expect({ status: written.status, counts: written.counts }).toEqual({ status: 'WRITTEN', counts: checked.counts });
  const { changeset } = written;
  if (!changeset) throw new Error('the import has no changeset');

  const submitted = await phase('submit', () => submitAndWait(ana, changeset.id, changeset.version));
  expect(submitted).toBe('submitted');
  const review = await phase('open the review', () =>
    ben.ask(
      `query ($id: ID!) { checkChangeset(id: $id) { count errors } changeset(id: $id) { version
         groups { type kind facts samples { label } } group(type: BALLOT, kind: CREATE, first: 50) { nodes { fact operations { id } } } } }`,
      { id: changeset.id },
    ),
  );
  expect(review.errors).toEqual([]);
  const { version } = (review.data as unknown as { changeset: { version: number } }).changeset;
  await ben.ask(
    `mutation ($id: ID!, $changeset: ID!, $version: Int!) { reviewChangeset(id: $id, changeset: $changeset, version: $version, verdict: APPROVE, body: "") { __typename } }`,
    { id: newDeskId('review'), changeset: changeset.id, version },
  );
  const merged = await phase('merge', async () => {
    const merging = await requestMerge(ben, changeset.id, version);
    return waitForJob(ben, merging.job?.id ?? '');
  });
  expect(merged).toMatchObject({ outcome: 'merged' });
  // Only ballots of the last revision: the demo register also has some.
  const { rows } = await server.pools.owner.query<{ count: number }>(
    'SELECT count(*)::int FROM history.ballot WHERE rev_from = (SELECT max(number) FROM ledger.revision)',
  );
  const ballots = checked.counts.find(({ outcome, type }) => outcome === 'CREATE' && type === 'BALLOT');
  expect(rows[0]?.count).toBe(ballots?.rows);
  const all = durations.reduce((sum, [, seconds]) => sum + seconds, 0);
  say(
    `${ballots?.rows} ballots in ${all.toFixed(0)} s, limit 600 s; maximum memory ${memory().max.toFixed(0)} MB, limit 2048 MB`,
  );
});
