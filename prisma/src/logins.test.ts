import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient, withDatabase, withLogin } from './connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/index.ts';
import { ensureLogins, type Logins } from './logins.ts';
import { migrate } from './migrate.ts';
import { openStorage } from './storage.ts';
import { type TestHome, testHome } from './testing/test-home.ts';

// This test has a server of its own: logins belong to the whole server, and the other tests share another.
let testFolder: TestHome;
let server: EmbeddedPostgres;
const logged: string[] = [];
const log = (line: string) => void logged.push(line);

beforeAll(async () => {
  testFolder = testHome();
  server = await startEmbeddedPostgres({ home: testFolder.home, durable: false });
});
afterAll(async () => {
  await server.stop();
  testFolder.remove();
});

async function ensure(): Promise<Logins> {
  logged.length = 0;
  return ensureLogins({ owner: server.url, home: testFolder.home, shared: false, log });
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  return withClient(url, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat() as T[]);
}

test('each login connects as itself, and cannot become another role or create roles or databases', async () => {
  const { urls, separated } = await ensure();
  expect(separated).toBe(true);
  for (const [kind, url] of Object.entries(urls).filter(([kind]) => kind !== 'owner')) {
    expect(await query(url, 'select current_user')).toEqual([`chancery_${kind}`]);
    for (const other of ['chancery', 'chancery_reader', 'chancery_desk', 'chancery_writer', 'pg_read_all_data']) {
      if (other === `chancery_${kind}`) continue;
      await expect(query(url, `set role ${other}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(query(url, 'create role more')).rejects.toMatchObject({ code: '42501' });
    await expect(query(url, 'create database more')).rejects.toMatchObject({ code: '42501' });
  }
});

test('the passwords file is readable by its owner alone, and a second call changes nothing', async () => {
  const first = await ensure();
  expect(statSync(join(testFolder.home, 'logins.json')).mode & 0o777).toBe(0o600);
  expect(await ensure()).toEqual(first);
  expect(logged).toEqual([]);
});

test('lost passwords are replaced', async () => {
  const before = await ensure();
  rmSync(join(testFolder.home, 'logins.json'));
  const { urls } = await ensure();
  expect(urls.reader).not.toBe(before.urls.reader);
  expect(await query(urls.writer, 'select current_user')).toEqual(['chancery_writer']);
  expect(logged).toHaveLength(3);
});

test('a damaged passwords file is replaced', async () => {
  await ensure();
  writeFileSync(join(testFolder.home, 'logins.json'), '{"chancery_reader": "x"');
  const { urls } = await ensure();
  expect(await query(urls.desk, 'select current_user')).toEqual(['chancery_desk']);
});

test('processes that open new storage at the same time get the same logins', async () => {
  const { home, remove } = testHome();
  const opened = await Promise.all([1, 2, 3].map(() => openStorage({ home, durable: false })));
  expect(new Set(opened.map(({ urls }) => JSON.stringify(urls))).size).toBe(1);
  for (const url of Object.values(opened[0]?.urls ?? {})) expect(await query(url, 'select 1')).toEqual([1]);
  await opened[0]?.stop();
  remove();
});

test('privileges that a login was granted by others are revoked', async () => {
  await ensure();
  await query(server.url, 'grant chancery_writer to chancery_reader');
  await query(server.url, 'alter role chancery_reader createrole inherit');
  const { urls } = await ensure();
  await expect(query(urls.reader, 'set role chancery_writer')).rejects.toMatchObject({ code: '42501' });
  await expect(query(urls.reader, 'create role more')).rejects.toMatchObject({ code: '42501' });
});

test('an owner who may not create roles gets one warning and a working database', async () => {
  await query(server.url, `create role plain login password 'plain'`);
  await query(server.url, 'create database plain owner plain');
  logged.length = 0;
  const owner = withLogin(withDatabase(server.url, 'plain'), 'plain', 'plain');
  const storage = await openStorage({ home: join(testFolder.home, 'elsewhere'), databaseUrl: owner, log });
  expect(storage.separated).toBe(false);
  expect(storage.urls).toEqual({ owner, reader: owner, desk: owner, writer: owner });
  expect(logged.filter((line) => line.startsWith('Warning:'))).toHaveLength(1);
});

test('logins that an administrator created are used as given, and wrong ones are rejected by name', async () => {
  const { urls } = await ensure();
  const { owner, ...given } = urls;
  const ensureGiven = (changed: Partial<typeof given> = {}) =>
    ensureLogins({ owner, home: testFolder.home, shared: true, given: { ...given, ...changed }, log });
  expect(await ensureGiven()).toMatchObject({ urls, separated: true });
  await expect(ensureGiven({ reader: given.writer })).rejects.toThrow(
    'DATABASE_URL_READER and DATABASE_URL_WRITER both connect as chancery_writer. Set each to a URL with a login of its own.',
  );
  await expect(ensureGiven({ desk: owner })).rejects.toThrow(
    'DATABASE_URL_DESK and DATABASE_URL both connect as chancery.',
  );
  await expect(ensureGiven({ desk: withLogin(owner, 'nobody', 'x') })).rejects.toThrow(
    /^Cannot connect with DATABASE_URL_DESK: password authentication failed/,
  );
});

describe('on a server that other installations use', () => {
  const open = (database: string, home: string) =>
    openStorage({ home: join(testFolder.home, home), databaseUrl: withDatabase(server.url, database), log });
  const loginOf = (url: string) => new URL(url).username;

  test('each database has logins of its own, so that a second installation leaves those of the first alone', async () => {
    const first = await open('first', 'home-of-first');
    const second = await open('second', 'home-of-second');
    expect([first, second].map(({ urls }) => loginOf(urls.reader))).toEqual([
      'chancery_first_reader',
      'chancery_second_reader',
    ]);
    for (const { urls } of [first, second])
      for (const url of [urls.reader, urls.desk, urls.writer])
        expect(await query(url, 'select count(*)::int from register.fact')).toEqual([0]);
    const stranger = withDatabase(first.urls.writer, 'second');
    await expect(query(stranger, 'select count(*)::int from register.fact')).rejects.toMatchObject({ code: '42501' });
  });

  test('a second data folder on one database stops with one line, and works with the passwords of the first', async () => {
    const { urls } = await open('common', 'home-a');
    await expect(open('common', 'home-b')).rejects.toMatchObject({
      code: 'LOGIN_IN_USE',
      message: expect.stringMatching(/^The login chancery_common_reader exists, .*Copy logins\.json .*$/),
    });
    expect(await query(urls.reader, 'select current_user')).toEqual(['chancery_common_reader']);
    copyFileSync(join(testFolder.home, 'home-a/logins.json'), join(testFolder.home, 'home-b/logins.json'));
    expect((await open('common', 'home-b')).urls).toEqual(urls);
  });

  test('a database with the login names of earlier releases keeps them', async () => {
    await ensure();
    const owner = withDatabase(server.url, 'earlier');
    await query(server.url, 'create database earlier');
    await migrate(owner);
    await expect(open('earlier', 'home-without-passwords')).rejects.toMatchObject({ code: 'LOGIN_IN_USE' });
    mkdirSync(join(testFolder.home, 'home-of-earlier'));
    copyFileSync(join(testFolder.home, 'logins.json'), join(testFolder.home, 'home-of-earlier/logins.json'));
    expect(loginOf((await open('earlier', 'home-of-earlier')).urls.writer)).toBe('chancery_writer');
  });

  test('a long or unusual database name gives logins that Postgres accepts', async () => {
    for (const name of ['d'.repeat(63), 'Straße "2"']) {
      const { urls } = await open(name, 'home-of-names');
      expect(await query(urls.reader, 'select length(current_user) <= 63')).toEqual([true]);
    }
  });
});
