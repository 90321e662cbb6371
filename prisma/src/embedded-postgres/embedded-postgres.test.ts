import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { withClient } from '../connect.ts';
import { type TestHome, testHome } from '../testing/test-home.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import { identifyPostmaster } from './postmaster.ts';

let place: TestHome;
let servers: EmbeddedPostgres[];

beforeEach(() => {
  place = testHome();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  place.remove();
});

async function start(options: { durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ home: place.home, durable: false, ...options });
  servers.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  return withClient(server.url, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat());
}

async function gone(pid: number): Promise<void> {
  while (identifyPostmaster(pid, dataOf()) !== 'gone') await sleep(10);
}

function dataOf(): string {
  return join(place.home, 'postgres', 'data');
}

test('a new cluster is UTF-8 with the builtin locale, listens on the loopback alone and asks for a password', async () => {
  const server = await start({ durable: true });
  expect(
    await ask(
      server,
      `select pg_encoding_to_char(encoding), datlocprovider, datlocale, current_setting('listen_addresses'),
         current_setting('unix_socket_directories'), current_setting('fsync'), current_setting('jit'),
         current_setting('TimeZone') from pg_database where datname = 'postgres'`,
    ),
  ).toEqual(['UTF8', 'b', 'C.UTF-8', '127.0.0.1', '', 'on', 'off', 'UTC']);
  const stranger = server.url.replace(/chancery:[^@]+/, 'chancery:guess');
  await expect(withClient(stranger, async () => undefined)).rejects.toMatchObject({ code: '28P01' });
});

test('the extensions that the register needs are there', async () => {
  const server = await start();
  const sql = `select count(*)::integer from pg_available_extensions where name in ('pg_trgm', 'btree_gist', 'unaccent')`;
  expect(await ask(server, sql)).toEqual([3]);
});

test('a second start attaches to the server that runs, and a stopped one starts again with its data', async () => {
  const first = await start();
  await ask(first, 'create table kept as select 1 as one');
  expect((await start()).pid).toBe(first.pid);
  await first.stop();
  expect(first.isAlive()).toBe(false);
  const again = await start();
  expect(again.pid).not.toBe(first.pid);
  expect(await ask(again, 'select one from kept')).toEqual([1]);
});

test('after kill -9 of the server nothing acknowledged is lost', async () => {
  const first = await start({ durable: true });
  await ask(first, 'create table kept as select 1 as one');
  process.kill(first.pid, 'SIGKILL');
  await gone(first.pid);
  expect(first.isAlive()).toBe(false);
  expect(await ask(await start({ durable: true }), 'select one from kept')).toEqual([1]);
});

test('children of a killed server that still work are waited for, never joined by a second server', async () => {
  const first = await start();
  let child = 0;
  const work = withClient(first.url, async (client) => {
    child = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
    await client.query('select count(*) from generate_series(1, 20000000)');
  });
  await sleep(400);
  process.kill(first.pid, 'SIGKILL');
  await start();
  expect(identifyPostmaster(child, dataOf())).toBe('gone');
  await Promise.allSettled([work]);
});

test('starts that race for an empty folder end at one server', async () => {
  const raced = await Promise.all([start(), start(), start()]);
  expect(new Set(raced.map(({ pid }) => pid)).size).toBe(1);
  expect(readdirSync(place.home)).toEqual(['postgres']);
});

test('a number left behind that now belongs to a stranger neither stops the start nor harms the stranger', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await gone(first.pid);
  const { uid, gid } = statSync(dataOf());
  const stranger = spawn('sleep', ['60'], {
    cwd: '/',
    stdio: 'ignore',
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
  });
  try {
    const lines = [stranger.pid, dataOf(), 1, first.port, '', '127.0.0.1', '', 'ready   '];
    writeFileSync(join(dataOf(), 'postmaster.pid'), `${lines.join('\n')}\n`);
    const second = await start();
    expect(second.pid).not.toBe(stranger.pid);
    await second.stop();
    expect(stranger.exitCode).toBeNull();
  } finally {
    stranger.kill('SIGKILL');
  }
});

test('what a killed first start left is cleared away', async () => {
  const dead = spawn('true');
  await new Promise((resolve) => dead.once('exit', resolve));
  mkdirSync(join(place.home, `postgres.new-${dead.pid}-abcd`, 'data'), { recursive: true });
  await start();
  expect(readdirSync(place.home)).toEqual(['postgres']);
});

test("the shell's own settings for Postgres do not steer the server", async () => {
  process.env.PGPORT = '1';
  process.env.PGDATA = '/nowhere';
  try {
    expect((await start()).port).toBeGreaterThan(1024);
  } finally {
    delete process.env.PGPORT;
    delete process.env.PGDATA;
  }
});
