import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { createWaived } from '../../src/support/operations.ts';
import { Installation } from '../support/installation.ts';
import { requestUntilRefused, type Tally } from './load.ts';

const preload = join(import.meta.dirname, '../../../apps/launch/fixtures/allocate-on-signal.mjs');
/** The fifth death within a minute would end the launcher. */
const untilDeathsAreForgotten = 61_000;

let chancery: Installation;
beforeAll(async () => {
  // One address sends as much as it can.
  const noLimits = { CHANCERY_RATE_REQUESTS: '0', CHANCERY_RATE_POINTS: '0', CHANCERY_RATE_PAGES: '0' };
  chancery = await Installation.create({ ...noLimits, NODE_OPTIONS: `--import ${preload}` });
});
afterEach(() => {
  process.stdout.write(`${JSON.stringify({ test: expect.getState().currentTestName, ...figures })}\n`);
});
afterAll(() => chancery.close());

let figures: Record<string, unknown> = {};

/** Hurts the API and returns how long it does not serve, in seconds. While it fills its memory it still runs. */
async function secondsUntilServed(signal: NodeJS.Signals): Promise<number> {
  const pid = chancery.apiPid;
  let begin = performance.now();
  process.kill(pid, signal);
  if (signal === 'SIGUSR2') {
    while (isRunning(pid)) await sleep(5);
    begin = performance.now();
  }
  // The damage is done when the API has not answered once; then it is over when API and admin answer again.
  while (await answers()) await sleep(5);
  while (!(await answers())) await sleep(20);
  return (performance.now() - begin) / 1000;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // It has ended.
    return false;
  }
}

async function answers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(500);
    const { ok } = await fetch(`http://127.0.0.1:${chancery.apiPort}/readyz`, { signal });
    return ok;
  } catch {
    // Not at the moment.
    return false;
  }
}

it.each([
  ['killed', 'SIGKILL', /The API was ended by SIGKILL/, 5],
  ['made to hang', 'SIGSTOP', /The API did not answer for 5 s and was killed/, 10],
  ['made to run out of memory', 'SIGUSR2', /The API (ran out of memory|did not answer)/, 5],
] as const)('an API that is %s serves again in time, and Postgres goes on', async (_what, signal, reason, limit) => {
  await chancery.start();
  const postgres = chancery.postgresPid;
  const seconds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    if (round > 0) await sleep(untilDeathsAreForgotten);
    seconds.push(await secondsUntilServed(signal));
  }
  figures = { seconds };
  expect(chancery.output).toMatch(reason);
  expect(chancery.postgresPid).toBe(postgres);
  expect(await chancery.signalGroup('SIGTERM')).toBe(0);
  expect(Math.max(...seconds)).toBeLessThan(limit);
});

it('20 signals to the process group under load with merges cut no request and no merge, with exit code 0', async () => {
  const total = { answered: 0, refused: 0, merged: 0, failed: [] as string[], codes: [] as (number | null)[] };
  for (let round = 0; round < 20; round += 1) {
    await chancery.start();
    const changesets = await approvedChangesets(round);
    const ben = { ask: await chancery.desk() };
    const tally: Tally = { answered: 0, refused: 0, failed: [] };
    const read = (url: string) =>
      requestUntilRefused(async () => {
        const response = await fetch(url);
        return { status: response.status, text: await response.text() };
      }, tally);
    const readers = Array.from({ length: 8 }, (_, at) =>
      read(
        at % 2 === 0
          ? `http://127.0.0.1:${chancery.apiPort}/graphql?query={states(first:20){nodes{name}}}`
          : `http://127.0.0.1:${chancery.port}/states`,
      ),
    );
    const merged = { answered: 0, refused: 0, failed: tally.failed };
    const merging = requestUntilRefused(async () => {
      const next = changesets.shift();
      if (!next) return { status: 503, text: 'all merged before the signal' };
      const outcome = await ben.ask(mergeMutation, { id: next.id, version: next.version });
      return outcome;
    }, merged);
    while (merged.answered === 0 && tally.failed.length === 0) await sleep(20);
    await sleep(Math.random() * 1_000);
    total.codes.push(await chancery.signalGroup(round % 2 === 0 ? 'SIGTERM' : 'SIGINT'));
    await Promise.all([...readers, merging]);
    total.answered += tally.answered;
    total.refused += tally.refused + merged.refused;
    total.merged += merged.answered;
    total.failed.push(...tally.failed);
  }
  figures = total;
  expect(total.failed).toEqual([]);
  expect(new Set(total.codes)).toEqual(new Set([0]));
  expect(total.merged).toBeGreaterThanOrEqual(20);
});

const mergeMutation = `mutation ($id: ID!, $version: Int!) { mergeChangeset(changeset: $id, version: $version) {
  __typename ... on Merged { revision } ... on Refused { problems { message } } } }`;

/** Returns changesets that only need to be merged, each large enough that its merge takes a while. */
async function approvedChangesets(round: number) {
  const [ana, ben] = [await chancery.editor('editor@example.org'), await chancery.editor('reviewer@example.org')];
  const approved: { id: string; version: number }[] = [];
  for (let at = 0; at < 8; at += 1) {
    const operations = Array.from({ length: 150 }, (_, state) =>
      createWaived('State', { name: `State ${round}-${at}-${state}` }),
    );
    const submitted = await ana.submits(await ana.drafts(operations));
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
    const reviewed = await ben.approves(submitted.changeset);
    if (reviewed.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(reviewed)}`);
    approved.push({ id: submitted.changeset.id, version: submitted.changeset.version });
  }
  return approved;
}
