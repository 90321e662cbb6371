import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient, withDatabase, withLogin } from './connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/index.ts';
import { ensureLogins, type Logins } from './logins.ts';
import { openStorage } from './storage.ts';
import { type TestHome, testHome } from './testing/test-home.ts';

// A server of its own: logins belong to the whole server, and the other tests use theirs.
let place: TestHome;
let server: EmbeddedPostgres;
const said: string[] = [];
const log = (line: string) => void said.push(line);

beforeAll(async () => {
  place = testHome();
  server = await startEmbeddedPostgres({ home: place.home, durable: false });
});
afterAll(async () => {
  await server.stop();
  place.remove();
});

async function ensure(): Promise<Logins> {
  said.length = 0;
  return ensureLogins({ owner: server.url, home: place.home, log });
}

async function as<T>(url: string, sql: string): Promise<T[]> {
  return withClient(url, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat() as T[]);
}

test('each login signs in as itself and can neither become another nor make roles or databases', async () => {
  const { urls, separated } = await ensure();
  expect(separated).toBe(true);
  for (const [kind, url] of Object.entries(urls).filter(([kind]) => kind !== 'owner')) {
    expect(await as(url, 'select current_user')).toEqual([`chancery_${kind}`]);
    for (const other of ['chancery', 'chancery_reader', 'chancery_desk', 'chancery_writer', 'pg_read_all_data']) {
      if (other === `chancery_${kind}`) continue;
      await expect(as(url, `set role ${other}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(as(url, 'create role more')).rejects.toMatchObject({ code: '42501' });
    await expect(as(url, 'create database more')).rejects.toMatchObject({ code: '42501' });
  }
});

test('passwords are kept for the owner alone, and asking again changes nothing', async () => {
  const first = await ensure();
  expect(statSync(join(place.home, 'logins.json')).mode & 0o777).toBe(0o600);
  expect(await ensure()).toEqual(first);
  expect(said).toEqual([]);
});

test('lost passwords are set anew', async () => {
  const before = await ensure();
  rmSync(join(place.home, 'logins.json'));
  const { urls } = await ensure();
  expect(urls.reader).not.toBe(before.urls.reader);
  expect(await as(urls.writer, 'select current_user')).toEqual(['chancery_writer']);
  expect(said).toHaveLength(3);
});

test('damaged passwords are set anew', async () => {
  await ensure();
  writeFileSync(join(place.home, 'logins.json'), '{"chancery_reader": "x"');
  const { urls } = await ensure();
  expect(await as(urls.desk, 'select current_user')).toEqual(['chancery_desk']);
});

test('processes that open new storage at once end with the same logins', async () => {
  const { home, remove } = testHome();
  const opened = await Promise.all([1, 2, 3].map(() => openStorage({ home, durable: false })));
  expect(new Set(opened.map(({ urls }) => JSON.stringify(urls))).size).toBe(1);
  for (const url of Object.values(opened[0]?.urls ?? {})) expect(await as(url, 'select 1')).toEqual([1]);
  await opened[0]?.stop();
  remove();
});

test('rights that a login was given elsewhere are taken from it', async () => {
  await ensure();
  await as(server.url, 'grant chancery_writer to chancery_reader');
  await as(server.url, 'alter role chancery_reader createrole inherit');
  const { urls } = await ensure();
  await expect(as(urls.reader, 'set role chancery_writer')).rejects.toMatchObject({ code: '42501' });
  await expect(as(urls.reader, 'create role more')).rejects.toMatchObject({ code: '42501' });
});

test('an owner who may not create roles gets one warning and a database that works', async () => {
  await as(server.url, `create role plain login password 'plain'`);
  await as(server.url, 'create database plain owner plain');
  said.length = 0;
  const owner = withLogin(withDatabase(server.url, 'plain'), 'plain', 'plain');
  const storage = await openStorage({ home: join(place.home, 'elsewhere'), databaseUrl: owner, log });
  expect(storage.separated).toBe(false);
  expect(storage.urls).toEqual({ owner, reader: owner, desk: owner, writer: owner });
  expect(said.filter((line) => line.startsWith('Warning:'))).toHaveLength(1);
});

test('logins that an administrator made are used as given, and a mix-up is named', async () => {
  const { urls } = await ensure();
  const { owner, ...given } = urls;
  expect(await ensureLogins({ owner, home: place.home, given, log })).toEqual({ urls, separated: true });
  await expect(
    ensureLogins({ owner, home: place.home, given: { ...given, reader: given.writer }, log }),
  ).rejects.toThrow('DATABASE_URL_READER signs in as chancery_writer, but the grants are given to chancery_reader');
  await expect(
    ensureLogins({ owner, home: place.home, given: { ...given, desk: withLogin(owner, 'nobody', 'x') }, log }),
  ).rejects.toThrow(/^DATABASE_URL_DESK: password authentication failed/);
});
