import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { withClient } from '../connect.ts';
import { type TestHome, testHome } from '../testing/test-home.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import { identifyPostmaster } from './postmaster.ts';

let testFolder: TestHome;
let servers: EmbeddedPostgres[];

beforeEach(() => {
  testFolder = testHome();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  testFolder.remove();
});

async function start(options: { durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ home: testFolder.home, durable: false, ...options });
  servers.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  return withClient(server.url, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat());
}

async function waitUntilGone(pid: number): Promise<void> {
  while (identifyPostmaster(pid, dataFolder()) !== 'gone') await sleep(10);
}

function dataFolder(): string {
  return join(testFolder.home, 'postgres', 'data');
}

test('a new cluster is UTF-8 with the builtin locale, listens on loopback only and requires a password', async () => {
  const server = await start({ durable: true });
  expect(
    await query(
      server,
      `select pg_encoding_to_char(encoding), datlocprovider, datlocale, current_setting('listen_addresses'),
         current_setting('unix_socket_directories'), current_setting('fsync'), current_setting('jit'),
         current_setting('TimeZone') from pg_database where datname = 'postgres'`,
    ),
  ).toEqual(['UTF8', 'b', 'C.UTF-8', '127.0.0.1', '', 'on', 'off', 'UTC']);
  const wrongPassword = server.url.replace(/chancery:[^@]+/, 'chancery:guess');
  await expect(withClient(wrongPassword, async () => undefined)).rejects.toMatchObject({ code: '28P01' });
});

test('a cluster of another major version is refused with the way to move it', async () => {
  await (await start()).stop();
  writeFileSync(join(dataFolder(), 'PG_VERSION'), '9\n');
  await expect(start()).rejects.toThrow(
    /was created by Postgres 9, but this release uses Postgres \d+\. Run npm run backup -- FILE with the release that created it, and npm run restore -- FILE with this release and an empty CHANCERY_HOME\./,
  );
});

test('the extensions that the register needs are available', async () => {
  const server = await start();
  const sql = `select count(*)::integer from pg_available_extensions where name in ('pg_trgm', 'btree_gist', 'unaccent')`;
  expect(await query(server, sql)).toEqual([3]);
});

test('a second start attaches to the running server, and a stopped server starts again with its data', async () => {
  const first = await start();
  await query(first, 'create table kept as select 1 as one');
  expect((await start()).pid).toBe(first.pid);
  await first.stop();
  expect(first.isAlive()).toBe(false);
  const again = await start();
  expect(again.pid).not.toBe(first.pid);
  expect(await query(again, 'select one from kept')).toEqual([1]);
});

test('a server starts again on the port of before, unless another program listens on it', async () => {
  const first = await start();
  await first.stop();
  const again = await start();
  expect(again.port).toBe(first.port);
  await again.stop();
  const other = createServer().listen(first.port, '127.0.0.1');
  await once(other, 'listening');
  expect((await start()).port).not.toBe(first.port);
  other.close();
});

test('an aborted start rejects with the reason and leaves no server behind', async () => {
  const { stop, pid } = await start();
  await stop();
  const reason = new Error('no longer wanted');
  const aborted = new AbortController();
  const starting = startEmbeddedPostgres({ home: testFolder.home, durable: false, signal: aborted.signal });
  aborted.abort(reason);
  await expect(starting).rejects.toBe(reason);
  expect(existsSync(join(dataFolder(), 'postmaster.pid'))).toBe(false);
  expect((await start()).pid).not.toBe(pid);
});

test('after kill -9 of the server no committed data is lost', async () => {
  const first = await start({ durable: true });
  await query(first, 'create table kept as select 1 as one');
  process.kill(first.pid, 'SIGKILL');
  await waitUntilGone(first.pid);
  expect(first.isAlive()).toBe(false);
  expect(await query(await start({ durable: true }), 'select one from kept')).toEqual([1]);
});

test('waits for running child processes of a killed server before it starts a second one', async () => {
  const first = await start();
  let child = 0;
  const work = withClient(first.url, async (client) => {
    child = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
    await client.query('select count(*) from generate_series(1, 20000000)');
  });
  await sleep(400);
  process.kill(first.pid, 'SIGKILL');
  await start();
  expect(identifyPostmaster(child, dataFolder())).toBe('gone');
  await Promise.allSettled([work]);
});

test('concurrent starts on an empty folder use one server', async () => {
  const raced = await Promise.all([start(), start(), start()]);
  expect(new Set(raced.map(({ pid }) => pid)).size).toBe(1);
  expect(readdirSync(testFolder.home)).toEqual(['postgres']);
});

test('a stale pid that now belongs to another process does not prevent a start or harm that process', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await waitUntilGone(first.pid);
  const { uid, gid } = statSync(dataFolder());
  const unrelated = spawn('sleep', ['60'], {
    cwd: '/',
    stdio: 'ignore',
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
  });
  try {
    const lines = [unrelated.pid, dataFolder(), 1, first.port, '', '127.0.0.1', '', 'ready   '];
    writeFileSync(join(dataFolder(), 'postmaster.pid'), `${lines.join('\n')}\n`);
    const second = await start();
    expect(second.pid).not.toBe(unrelated.pid);
    await second.stop();
    expect(unrelated.exitCode).toBeNull();
  } finally {
    unrelated.kill('SIGKILL');
  }
});

test('removes what a killed first start left behind', async () => {
  const dead = spawn('true');
  await new Promise((resolve) => dead.once('exit', resolve));
  mkdirSync(join(testFolder.home, `postgres.new-${dead.pid}-abcd`, 'data'), { recursive: true });
  await start();
  expect(readdirSync(testFolder.home)).toEqual(['postgres']);
});

test('ignores PG* environment variables of the shell', async () => {
  process.env.PGPORT = '1';
  process.env.PGDATA = '/nowhere';
  try {
    expect((await start()).port).toBeGreaterThan(1024);
  } finally {
    delete process.env.PGPORT;
    delete process.env.PGDATA;
  }
});
