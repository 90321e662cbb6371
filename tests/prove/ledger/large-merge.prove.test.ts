// Merges a changeset of 100,000 operations on a separate server process, and measures time, memory and a waiting merge.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateOperation } from '@chancery/changesets';
import { type Changeset, openChangeset } from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ApiProcess, type Colleague, requestMerge, submitAndWait, waitForJob } from '../../src/support/api-process.ts';
import { createWaived } from '../../src/support/operations.ts';
import { Random } from '../../src/support/random.ts';
import { sampleValues } from '../../src/support/sample-values.ts';

const server = new ApiProcess();
beforeAll(async () => {
  await server.start();
  await server.createUsers('Ana', 'Ben');
}, 60_000);
let stopWatching = (): void => undefined;
afterAll(() => {
  stopWatching();
  return server.close();
});

const pairs = 50_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (from: number) => (performance.now() - from) / 1_000;

/**
 * Samples the resident memory of the API process every 50 ms until `stop` is called. `growth` returns the largest
 * increase so far, in MB.
 */
function watchMemory(): { growth: () => number; stop: () => void } {
  const { pid } = server;
  const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  const before = megabytes();
  let max = before;
  const timer = setInterval(() => {
    max = Math.max(max, megabytes());
  }, 50);
  stopWatching = () => clearInterval(timer);
  return { growth: () => max - before, stop: stopWatching };
}

async function ask<Outcome>(
  { ask: send }: Colleague,
  field: string,
  query: string,
  variables: object,
): Promise<Outcome> {
  const { data, text } = await send(query, { ...variables });
  const outcome = (data as Record<string, Outcome>)[field];
  if (!outcome) throw new Error(`${field} failed: ${text.slice(0, 2_000)}`);
  return outcome;
}

/** Returns operations that create `count` events, each followed by the link to its only actor. */
function operationsOf(actor: string, count: number): CreateOperation[] {
  const random = new Random(4);
  const operations: CreateOperation[] = [];
  for (let at = 0; at < count; at += 1) {
    const { duplicateOf: _none, ...values } = sampleValues(random, 'Event', () => undefined) ?? {};
    const event = createWaived('Event', values);
    operations.push(event);
    operations.push(createWaived('EventActor', { event: event.fact, agent: actor, role: 'ACTOR' }));
  }
  return operations;
}

async function appendAll(ana: Colleague, draft: Changeset, operations: readonly CreateOperation[]): Promise<number> {
  let { version } = draft;
  for (let from = 0; from < operations.length; from += 4_000) {
    const batch = operations
      .slice(from, from + 4_000)
      .map(({ id, fact, values, waivers }) => ({ id, kind: 'CREATE', fact, values, waivers }));
    const appended = await ask<{ changeset: { version: number } }>(
      ana,
      'appendOperations',
      `mutation ($id: ID!, $version: Int!, $operations: [OperationInput!]!) {
        appendOperations(changeset: $id, version: $version, operations: $operations) {
          __typename ... on Appended { changeset { version } } ... on Refused { problems { message } } } }`,
      { id: draft.id, version, operations: batch },
    );
    ({ version } = appended.changeset);
  }
  return version;
}

/**
 * Returns the seconds that plain INSERTs of copies of the events and event actors take, table by table: with the
 * history triggers, but without the checks of a merge.
 */
async function measurePlainInsert(): Promise<number> {
  const client = await server.pools.owner.connect();
  try {
    const tables = ['event', 'event_actor'];
    // New ids for the same rows: changes the first digit of the timestamp in each id.
    const newId = (alias: string, column: string) => `regexp_replace(${alias}.${column}, '_0', '_1')`;
    await client.query(`CREATE TEMP TABLE rows_fact AS SELECT * FROM register.fact WHERE type IN ('Event', 'EventActor');
      UPDATE rows_fact r SET id = ${newId('r', 'id')};
      CREATE TEMP TABLE rows_event AS SELECT * FROM register.event; UPDATE rows_event r SET id = ${newId('r', 'id')};
      CREATE TEMP TABLE rows_event_actor AS SELECT * FROM register.event_actor;
      UPDATE rows_event_actor r SET id = ${newId('r', 'id')}, event_id = ${newId('r', 'event_id')};
      ANALYZE rows_fact; ANALYZE rows_event; ANALYZE rows_event_actor`);
    const began = performance.now();
    await client.query("BEGIN; SELECT set_config('chancery.revision', '1000', true)");
    for (const table of ['fact', ...tables])
      await client.query(`INSERT INTO register.${table} SELECT * FROM pg_temp.rows_${table}`);
    await client.query('COMMIT');
    return seconds(began);
  } finally {
    client.release();
  }
}

it('merges 100,000 operations at no less than a quarter of the speed of plain INSERTs, with less than 500 MB, while another merge waits', async () => {
  const [ana, ben] = [await server.as('Ana'), await server.as('Ben')];
  const state = createWaived('State', { name: 'Lydia' });
  const approved = async (operations: readonly CreateOperation[]) => {
    const submitted = await ana.submits(await ana.drafts(operations));
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted).slice(0, 500)}`);
    await ben.approves(submitted.changeset);
    return submitted.changeset;
  };
  const first = await approved([state]);
  expect(await requestMerge(ben, first.id, first.version)).toMatchObject({ __typename: 'Merged' });
  const small = await approved([createWaived('State', { name: 'Caria' })]);

  const operations = operationsOf(state.fact, pairs);
  const draft = await openChangeset(server.pools.desk, { title: 'A data set', reason: 'All of it.', authorId: ana.id });
  const memory = watchMemory();
  let began = performance.now();
  const version = await appendAll(ana, draft, operations);
  say(
    `appending ${operations.length} operations: ${seconds(began).toFixed(1)} s, memory +${memory.growth().toFixed(0)} MB`,
  );

  began = performance.now();
  const check = await ask<{ count: number; errors: number; problems: unknown[] }>(
    ana,
    'checkChangeset',
    'query ($id: ID!) { checkChangeset(id: $id) { isChecked count errors } }',
    { id: draft.id },
  );
  expect(check).toEqual({ isChecked: false, count: operations.length, errors: 0 });
  say(`counting: ${seconds(began).toFixed(1)} s, memory +${memory.growth().toFixed(0)} MB`);

  began = performance.now();
  expect(await submitAndWait(ana, draft.id, version)).toBe('submitted');
  say(`submitting: ${seconds(began).toFixed(1)} s, memory +${memory.growth().toFixed(0)} MB`);
  await ben.approves({ ...draft, version, sealedVersion: version });

  began = performance.now();
  const phases: Record<string, number> = {};
  const merging = await requestMerge(ben, draft.id, version);
  expect(merging).toMatchObject({ __typename: 'Merging' });
  const largeMergeEnded = waitForJob(ben, merging.job?.id ?? '', (phase) => {
    phases[phase] ??= seconds(began);
  });
  // Request the second merge once the first holds the lock on the head.
  while (phases.applying === undefined && phases.recording === undefined) await sleep(20);
  const requestedAt = performance.now();
  const second = await requestMerge(ben, small.id, small.version);
  expect(await largeMergeEnded).toMatchObject({ outcome: 'merged', revision: 2 });
  const duration = seconds(began);
  const secondOutcome = second.job
    ? await waitForJob(ben, second.job.id)
    : { outcome: 'merged', revision: second.revision };
  expect(secondOutcome).toMatchObject({ outcome: 'merged', revision: 3 });
  const growth = memory.growth();
  memory.stop();
  say(`merging: ${duration.toFixed(1)} s (phases began at ${JSON.stringify(phases)}), memory +${growth.toFixed(0)} MB`);
  say(
    `the second merge returned ${second.__typename} and was merged ${seconds(requestedAt).toFixed(1)} s after its request`,
  );

  const plainInsert = await measurePlainInsert();
  say(
    `the same rows by plain INSERT: ${plainInsert.toFixed(1)} s; ratio of throughput ${(plainInsert / duration).toFixed(3)}`,
  );
  expect(growth).toBeLessThan(500);
  expect(plainInsert / duration).toBeGreaterThanOrEqual(0.25);
});
