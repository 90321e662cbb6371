// The public endpoint reads a streaming replica: it is neither stale nor ahead of the replica, and goes on without it.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openReplicatedServer, type ReplicatedServer } from '../support/replicated-server.ts';

let server: ReplicatedServer;
beforeAll(async () => {
  server = await openReplicatedServer();
}, 180_000);
afterAll(() => server.close());

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}
/** Asks a cacheable question; returns the number of states and the revision that the response states. */
async function states(): Promise<{ count: number; revision: number }> {
  const { text } = await server.ask('{ states { totalCount } }');
  const { data, extensions } = JSON.parse(text) as {
    data: { states: { totalCount: number } };
    extensions: { revision: { number: number } };
  };
  return { count: data.states.totalCount, revision: extensions.revision.number };
}

it('is ready, and says that reads come from a replica', async () => {
  expect(await server.readyz()).toMatchObject({
    status: 200,
    reasons: [],
    reads: { from: 'replica', revisionsBehind: 0, secondsBehind: 0 },
  });
});

it('shows merges once the replica has them, also in cached responses, and never before', async () => {
  const revision = await server.addState('Lydia');
  await until(async () => (await states()).revision === revision);
  expect(await states()).toEqual({ count: 1, revision });
  await server.replay('pause');
  const next = await server.addState('Caria');
  await until(async () => (await server.readyz()).reads.revisionsBehind === 1);
  expect(await server.readyz()).toMatchObject({ status: 200, revision, reads: { from: 'replica' } });
  for (let times = 0; times < 3; times += 1) expect(await states()).toEqual({ count: 1, revision });
  // The primary has the revision: the client is right, and the replica is behind.
  for (const query of [
    `{ at(revision: ${next}) { revision { number } } }`,
    `{ changes(since: ${next}) { totalCount } }`,
  ])
    expect(await server.ask(query)).toMatchObject({ status: 503, errors: [{ extensions: { code: 'RETRYABLE' } }] });
  expect(await server.ask(`{ at(revision: ${next + 1}) { revision { number } } }`)).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'NO_SUCH_REVISION' } }],
  });
  await server.replay('resume');
  await until(async () => (await states()).revision === next);
  expect(await states()).toEqual({ count: 2, revision: next });
  expect((await server.readyz()).reads).toMatchObject({ revisionsBehind: 0, secondsBehind: 0 });
}, 60_000);

it('reads the primary while the replica is stopped, without a failed request, and the replica again afterwards', async () => {
  const before = await states();
  await server.stopReplica();
  expect(await states()).toEqual(before);
  await until(async () => (await server.readyz()).reads.from === 'primary');
  expect(await server.readyz()).toMatchObject({
    status: 200,
    reasons: [expect.stringMatching(/^Reads come from the primary, because the replica does not answer: /)],
  });
  const revision = await server.addState('Phrygia');
  await until(async () => (await states()).revision === revision);
  await server.startReplica();
  await until(async () => (await server.readyz()).reads.from === 'replica');
  expect(await server.readyz()).toMatchObject({ status: 200, revision, reasons: [] });
  expect(await states()).toMatchObject({ revision });
}, 60_000);
