import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { withClient } from '../connect.ts';
import { type FreshDatabase, freshDatabase, testHome } from '../testing/index.ts';
import type { WantedObject } from './codebook-objects.ts';
import { keepHandwrittenIndexes } from './handwritten-indexes.ts';
import { planMigration } from './plan-migration.ts';
import { writeMigration } from './write-migration.ts';

let database: FreshDatabase;
let wanted: WantedObject[];

const check = (name: string, condition: string): WantedObject => ({
  name,
  kind: 'check',
  sql: `ALTER TABLE desk.thing ADD CONSTRAINT "${name}" CHECK (${condition});`,
});
const index = (name: string, definition: string): WantedObject => ({
  name,
  kind: 'index',
  sql: `CREATE INDEX "${name}" ON desk.thing ${definition};`,
});
const low = check('thing_low_cbk', 'size > 0');
const bySize = index('thing_size_cix', '(size)');

beforeAll(async () => {
  database = await freshDatabase();
  // Drop the tables of the codebook, so that only the test's own table is compared.
  wanted = [low, bySize];
  await run('create schema stage');
  await run('drop schema register cascade');
  await run('create table desk.thing (id integer primary key, size integer, kind text)');
  for (const { sql } of wanted) await run(sql);
});
afterAll(() => database.drop());

async function run(sql: string): Promise<unknown> {
  return withClient(database.urls.owner, (client) => client.query(sql));
}
function plan(schemaScript: string, objects: WantedObject[]): Promise<string> {
  return withClient(database.urls.owner, (client) => planMigration(client, schemaScript, objects));
}

test('plans nothing if nothing differs, also with another spelling', async () => {
  expect(await plan('', wanted)).toBe('');
  const otherSpelling = [check('thing_low_cbk', '((size) > (0))'), bySize];
  expect(await plan('', otherSpelling)).toBe('');
});

test('adds new objects, drops removed ones and replaces changed ones', async () => {
  const kinds = check('thing_kind_cbk', `kind in ('A', 'B')`);
  expect(await plan('', [low, bySize, kinds])).toBe(`${kinds.sql}\n`);
  expect(await plan('', [low])).toBe('DROP INDEX desk.thing_size_cix;\n');
  const higher = check('thing_low_cbk', 'size > 10');
  expect(await plan('', [higher, bySize])).toBe(
    `ALTER TABLE desk.thing DROP CONSTRAINT "thing_low_cbk";\n\n${higher.sql}\n`,
  );
});

test('restores the checks and indexes of a column that is dropped and added again', async () => {
  const replaceColumn = 'ALTER TABLE desk.thing DROP COLUMN size, ADD COLUMN size bigint;';
  expect(await plan(replaceColumn, wanted)).toBe(`${replaceColumn}\n\n${low.sql}\n${bySize.sql}\n`);
});

test('rejects a plan that Postgres refuses, and leaves the database unchanged', async () => {
  await expect(plan('', [check('thing_low_cbk', 'colour > 0')])).rejects.toThrow(/column "colour" does not exist/);
  expect(await plan('', wanted)).toBe('');
});

test('removes the dropping of handwritten indexes from the script of Prisma', async () => {
  await run('alter table desk.thing add constraint thing_once unique (kind) deferrable');
  const script = (name: string) => `-- DropIndex\nDROP INDEX "desk"."${name}";\n\n`;
  const original = `${script('thing_size_cix')}${script('thing_once')}${script('plain')}-- CreateTable\nCREATE TABLE x (\n);\n`;
  const filtered = await withClient(database.urls.owner, (client) => keepHandwrittenIndexes(client, original));
  expect(filtered).toBe(`${script('plain')}-- CreateTable\nCREATE TABLE x (\n);`);
});

test("Prisma's engine returns the difference for the given schemas only", async () => {
  const content = `datasource db {
  provider = "postgresql"
  schemas  = ["stage"]
}
model Card {
  id   String @id
  when DateTime
  @@map("card")
  @@schema("stage")
}`;
  const difference = await diffInNode(content);
  expect(difference).toContain('CREATE TABLE "stage"."card"');
  expect(difference).not.toContain('desk');
  await run(difference);
  expect(await diffInNode(content)).toBe('');
});

// Runs outside Jest: the engine compares constructors of arrays and errors, and those of Jest's sandbox differ from
// Node's.
async function diffInNode(content: string): Promise<string> {
  const engine = pathToFileURL(join(import.meta.dirname, 'schema-engine.ts')).href;
  const script = `const { diffFromDatabase } = await import(${JSON.stringify(engine)});
    process.stdout.write(await diffFromDatabase(process.env.URL, [{ path: 'one.prisma', content: process.env.CONTENT }]));`;
  const flags = ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', script];
  const env = { ...process.env, URL: database.urls.owner, CONTENT: content };
  return (await promisify(execFile)(process.execPath, flags, { env })).stdout;
}

const testFolder = testHome();
afterEach(() => testFolder.remove());

test('a new migration sorts after all others, even if the clock is behind', () => {
  mkdirSync(join(testFolder.home, '20991231235959_last'), { recursive: true });
  writeFileSync(join(testFolder.home, '20991231235959_last', 'migration.sql'), '');
  const file = writeMigration(testFolder.home, 'next', 'select 1', new Date('2026-01-01T00:00:00Z'));
  expect(basename(dirname(file))).toBe('20991231235960_next');
});
