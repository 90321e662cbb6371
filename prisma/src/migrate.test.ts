import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { withClient } from './connect.ts';
import { createDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { type FreshDatabase, freshDatabase, type TestHome, testHome } from './testing/index.ts';

let testFolder: TestHome;
let neighbour: FreshDatabase;
let url: string;

beforeEach(async () => {
  testFolder = testHome();
  neighbour = await freshDatabase();
  // An empty database next to the migrated one.
  const empty = `${neighbour.name}_empty`;
  await createDatabase(neighbour.urls.owner, empty, 'template1');
  url = neighbour.urls.owner.replace(neighbour.name, empty);
  write('1_one', 'create table one (x integer)');
  write('2_two', 'insert into one values (2)');
  after('10-first.sql', 'create table if not exists after_migrate (x integer); insert into after_migrate values (1)');
});
afterEach(async () => {
  await withClient(neighbour.urls.owner, (client) => client.query(`drop database ${neighbour.name}_empty`));
  await neighbour.drop();
  testFolder.remove();
});

function write(name: string, sql: string): void {
  mkdirSync(join(testFolder.home, 'migrations', name), { recursive: true });
  writeFileSync(join(testFolder.home, 'migrations', name, 'migration.sql'), sql);
}

function after(name: string, sql: string): void {
  mkdirSync(join(testFolder.home, 'after'), { recursive: true });
  writeFileSync(join(testFolder.home, 'after', name), sql);
}

function run(): Promise<string[]> {
  return migrate(url, {
    migrations: join(testFolder.home, 'migrations'),
    afterMigrate: join(testFolder.home, 'after'),
  });
}

async function rows(sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat());
}

test('applies migrations once, in order, and records them in the table of Prisma', async () => {
  expect(await run()).toEqual(['1_one', '2_two']);
  expect(await run()).toEqual([]);
  expect(await rows('select x from one')).toEqual([2]);
  const recorded = 'select migration_name from _prisma_migrations where finished_at is not null order by 1';
  expect(await rows(recorded)).toEqual(['1_one', '2_two']);
});

test('several processes that start at the same time apply each migration once', async () => {
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat().sort()).toEqual(['1_one', '2_two']);
  expect(await rows('select x from one')).toEqual([2]);
});

test('a migration that fails midway is rolled back, and those before it stay applied', async () => {
  write('2_two', 'insert into one values (2); create table half (x integer); select 1 / 0');
  await expect(run()).rejects.toThrow('Migration 2_two failed and was rolled back: division by zero');
  expect(await rows(`select count(*)::integer, to_regclass('half') from one`)).toEqual([0, null]);
  write('2_two', 'insert into one values (22)');
  expect(await run()).toEqual(['2_two']);
});

test('a migration whose connection is lost is rolled back, and the next start goes on with it', async () => {
  write('1_one', 'create table one (x integer)');
  await run();
  write('3_three', 'insert into one values (3); select x from one for update; create table three (x integer)');
  const interrupted = await withClient(url, async (holder) => {
    await holder.query('begin; lock table one');
    const migration = run().then(
      () => 'migrated',
      () => 'interrupted',
    );
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    let pid: unknown;
    while (pid === undefined) [pid] = await rows(waiting);
    await holder.query('select pg_terminate_backend($1)', [pid]);
    const outcome = await migration;
    await holder.query('rollback');
    return outcome;
  });
  expect(interrupted).toBe('interrupted');
  expect(await rows(`select count(*)::integer, to_regclass('three') from one`)).toEqual([1, null]);
  expect(await run()).toEqual(['3_three']);
  expect(await rows('select x from one order by x')).toEqual([2, 3]);
});

test('rejects a migration that was edited after it was applied', async () => {
  await run();
  write('1_one', 'create table one (x bigint)');
  await expect(run()).rejects.toMatchObject({ code: 'EDITED_MIGRATION', message: expect.stringContaining('1_one') });
});

test('ignores line endings changed by git', async () => {
  write('1_one', 'create table one (\n  x integer\n)');
  await run();
  write('1_one', 'create table one (\r\n  x integer\r\n)');
  expect(await run()).toEqual([]);
});

test('rejects a database from a newer release', async () => {
  await run();
  rmSync(join(testFolder.home, 'migrations', '2_two'), { recursive: true });
  await expect(run()).rejects.toMatchObject({ code: 'NEWER_RELEASE', message: expect.stringContaining('2_two') });
});

test('runs the after-migrate scripts only if a migration or a script is new', async () => {
  await run();
  await run();
  expect(await rows('select x from after_migrate')).toEqual([1]);
  write('3_three', 'select 3');
  await run();
  expect(await rows('select x from after_migrate')).toEqual([1, 1]);
  after('20-second.sql', 'insert into after_migrate values (2)');
  await run();
  expect(await rows('select x from after_migrate')).toEqual([1, 1, 1, 2]);
});

test('runs a failed after-migrate script again at the next start', async () => {
  after('10-first.sql', 'select 1 / 0');
  await expect(run()).rejects.toThrow(/10-first.sql failed/);
  after('10-first.sql', 'create table fixed (x integer)');
  expect(await run()).toEqual([]);
  expect(await rows('select count(*)::integer from fixed')).toEqual([0]);
});
