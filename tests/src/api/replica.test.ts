// The public endpoint reads a streaming replica: it is neither stale nor ahead of the replica, and goes on without it.
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, openStorage, type Storage, startEmbeddedPostgres, withClient } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Ask, askAt, makeLog, makeServer, settingsFor } from '../support/api.ts';
import { type Editor, editorOf, publish } from '../support/desk.ts';
import { createWaived } from '../support/operations.ts';
import { Relay } from '../support/relay.ts';
import { startReplica } from '../support/replica.ts';

const folder = testHome();
const replicaFolder = testHome();
let storage: Storage;
let primary: EmbeddedPostgres;
let replica: EmbeddedPostgres;
let server: Awaited<ReturnType<typeof makeServer>>;
let editors: readonly [Editor, Editor];
let ask: Ask;
let url: string;
const pools: pg.Pool[] = [];
// The replica listens on another port after a restart; the relay gives it a fixed address.
const relay = new Relay();
beforeAll(async () => {
  storage = await openStorage({ home: folder.home, durable: false });
  primary = await startEmbeddedPostgres({ home: folder.home, durable: false });
  replica = await startReplica(primary, folder.home, replicaFolder.home);
  const reader = await relay.redirect(readerOnReplica());
  server = await makeServer(settingsFor({ ...storage.urls, reader }, folder.home), makeLog('fatal'));
  url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  ask = askAt(`${url}/graphql`);
  const [desk, writer] = [storage.urls.desk, storage.urls.writer].map((connectionString) => {
    const pool = new pg.Pool({ connectionString });
    pools.push(pool);
    return pool;
  });
  if (!desk || !writer) throw new Error('there are no pools');
  const people = ['Ana', 'Ben'].map((name) => ({ id: name, name }));
  for (const { id, name } of people)
    await withClient(storage.urls.owner, (client) =>
      client.query(`INSERT INTO desk."user" (id, name, email, role) VALUES ($1, $2, $1, 'EDITOR')`, [id, name]),
    );
  editors = [editorOf({ desk, writer }, 'Ana', 'Ana'), editorOf({ desk, writer }, 'Ben', 'Ben')];
}, 180_000);
afterAll(async () => {
  await server.close();
  await Promise.all(pools.map((pool) => pool.end()));
  await relay.close();
  await replica.stop();
  await storage.stop();
  folder.remove();
  replicaFolder.remove();
});

function readerOnReplica(): string {
  const reader = new URL(storage.urls.reader);
  reader.port = String(replica.port);
  return reader.toString();
}
interface Readiness {
  readonly revision: number;
  readonly reasons: readonly string[];
  readonly reads: { readonly from: string; readonly revisionsBehind: number; readonly secondsBehind: number };
}
const readyz = async (): Promise<Readiness & { readonly status: number }> => {
  const response = await fetch(`${url}/readyz`);
  return { ...((await response.json()) as Readiness), status: response.status };
};
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}
/** Asks a cacheable question; returns the number of states and the revision that the response states. */
async function states(): Promise<{ count: number; revision: number }> {
  const { text } = await ask('{ states { totalCount } }');
  const { data, extensions } = JSON.parse(text) as {
    data: { states: { totalCount: number } };
    extensions: { revision: { number: number } };
  };
  return { count: data.states.totalCount, revision: extensions.revision.number };
}
const add = (name: string) => publish(editors, [createWaived('State', { name })]);
const replay = (what: 'pause' | 'resume') =>
  withClient(replica.url, (client) => client.query(`SELECT pg_wal_replay_${what}()`));

it('is ready, and says that reads come from a replica', async () => {
  expect(await readyz()).toMatchObject({
    status: 200,
    reasons: [],
    reads: { from: 'replica', revisionsBehind: 0, secondsBehind: 0 },
  });
});

it('shows merges once the replica has them, also in cached responses, and never before', async () => {
  const revision = await add('Lydia');
  await until(async () => (await states()).revision === revision);
  expect(await states()).toEqual({ count: 1, revision });
  await replay('pause');
  const next = await add('Caria');
  await until(async () => (await readyz()).reads.revisionsBehind === 1);
  expect(await readyz()).toMatchObject({ status: 200, revision, reads: { from: 'replica' } });
  for (let times = 0; times < 3; times += 1) expect(await states()).toEqual({ count: 1, revision });
  await replay('resume');
  await until(async () => (await states()).revision === next);
  expect(await states()).toEqual({ count: 2, revision: next });
  expect((await readyz()).reads).toMatchObject({ revisionsBehind: 0, secondsBehind: 0 });
}, 60_000);

it('reads the primary while the replica is stopped, without a failed request, and the replica again afterwards', async () => {
  const before = await states();
  await replica.stop();
  expect(await states()).toEqual(before);
  await until(async () => (await readyz()).reads.from === 'primary');
  expect(await readyz()).toMatchObject({
    status: 200,
    reasons: [expect.stringMatching(/^Reads come from the primary, because the replica does not answer: /)],
  });
  const revision = await add('Phrygia');
  await until(async () => (await states()).revision === revision);
  replica = await startEmbeddedPostgres({ home: replicaFolder.home, durable: false });
  await relay.redirect(readerOnReplica());
  await until(async () => (await readyz()).reads.from === 'replica');
  expect(await readyz()).toMatchObject({ status: 200, revision, reasons: [] });
  expect(await states()).toMatchObject({ revision });
}, 60_000);
