import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStorage, withClient } from '@chancery/prisma';
import { backupName, restoreBackup, scheduledBackups } from '@chancery/prisma/backup';
import { type FreshDatabase, freshDatabase, reservedPort, type TestHome, testHome } from '@chancery/prisma/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { acquireLock, isAcquired } from '../../boot/process-lock.mjs';

// These tests run the commands as separate processes, and the schedule in a launcher with fakes of the API and the admin.
const launchFolder = join(import.meta.dirname, '..', '..');

let testFolder: TestHome;
let folder: string;
let database: FreshDatabase;
let target: FreshDatabase;
let running: ChildProcess[];

beforeEach(async () => {
  testFolder = testHome();
  mkdirSync(testFolder.home);
  folder = join(testFolder.home, 'backups');
  database = await freshDatabase();
  target = await freshDatabase({ migrated: false });
  running = [];
});
afterEach(async () => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  for (const child of running) if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  await database.drop();
  await target.drop();
  testFolder.remove();
});

function envOf({ urls }: FreshDatabase): NodeJS.ProcessEnv {
  const { owner, reader, desk, writer } = urls;
  return {
    ...{ DATABASE_URL: owner, DATABASE_URL_READER: reader, DATABASE_URL_DESK: desk, DATABASE_URL_WRITER: writer },
  };
}

function run(script: string, args: string[], env: NodeJS.ProcessEnv) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DATABASE_URL'));
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', join(launchFolder, script), ...args],
    {
      cwd: launchFolder,
      env: {
        ...Object.fromEntries(inherited),
        ...{ npm_lifecycle_event: undefined, INIT_CWD: testFolder.home, CHANCERY_HOME: join(testFolder.home, 'data') },
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return { process: child, output: () => output, ended };
}

async function finish(script: string, args: string[], env: NodeJS.ProcessEnv) {
  const { ended, output } = run(script, args, env);
  const code = await ended;
  return { code, output: output() };
}

async function launchFakes(env: NodeJS.ProcessEnv) {
  const ports = { PORT: String(await reservedPort()), API_PORT: String(await reservedPort()) };
  return run('fixtures/launch-fakes.ts', [], { ...ports, CHANCERY_BACKUP_DIR: folder, ...env });
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}

const setTitle = (url: string) =>
  withClient(url, (client) => client.query(`INSERT INTO desk.setting (name, value) VALUES ('title', '"kept"')`));
const titleIn = (url: string) =>
  withClient(url, async (client) => (await client.query(`SELECT value FROM desk.setting`)).rows);

test('npm run backup and npm run restore move a private Postgres to another data folder', async () => {
  const [home, other] = [join(testFolder.home, 'data'), join(testFolder.home, 'other')];
  const nothing = await finish('backup.mjs', ['register.tar.gz'], {});
  expect(nothing).toEqual({
    code: 1,
    output: expect.stringMatching(/^There is no register in .+data\. Set CHANCERY_HOME/),
  });
  expect(existsSync(home)).toBe(false);
  const storage = await openStorage({ home, durable: false });
  await setTitle(storage.urls.owner);
  // While Chancery runs, which holds the lock, and while it does not.
  const lock = acquireLock(join(home, 'running'), 'running');
  expect((await finish('backup.mjs', ['running.tar.gz'], {})).code).toBe(0);
  expect(storage.isAlive()).toBe(true);
  await storage.stop();
  if (isAcquired(lock)) lock.release();
  const backup = await finish('backup.mjs', ['register.tar.gz'], {});
  expect(backup).toEqual({
    code: 0,
    output: expect.stringMatching(/^Wrote .+register\.tar\.gz: revision 0, 2 rows of \d+ tables/),
  });
  expect(storage.isAlive()).toBe(false);
  const refused = await finish('restore.mjs', ['register.tar.gz'], {});
  expect(refused).toEqual({ code: 1, output: expect.stringMatching(/^The data folder .+data is not empty: .+\n$/) });
  const restored = await finish('restore.mjs', ['register.tar.gz'], { CHANCERY_HOME: other });
  expect(restored).toEqual({ code: 0, output: expect.stringContaining('The register is restored.') });
  const again = await openStorage({ home: other, durable: false });
  try {
    expect(await titleIn(again.urls.owner)).toEqual([{ value: 'kept' }]);
  } finally {
    await again.stop();
  }
}, 600_000);

test('both commands say how they are used', async () => {
  for (const name of ['backup', 'restore'])
    expect(await finish(`${name}.mjs`, [], {})).toEqual({ code: 1, output: `Usage: npm run ${name} -- FILE\n` });
});

test('a restore that is killed leaves a place that the launcher refuses, and the next restore fills it', async () => {
  const file = join(testFolder.home, 'register.tar.gz');
  await setTitle(database.urls.owner);
  expect((await finish('backup.mjs', [file], envOf(database))).code).toBe(0);
  const killed = run('restore.mjs', [file], envOf(target));
  const isMarked = () =>
    withClient(target.urls.owner, async (client) => {
      const { rows } = await client.query(`SELECT WHERE to_regclass('public.chancery_unfinished_restore') IS NOT NULL`);
      return rows.length > 0;
    });
  await Promise.race([until(isMarked), killed.ended]);
  killed.process.kill('SIGKILL');
  expect(await killed.ended).toBe(null);
  const launcher = await launchFakes(envOf(target));
  expect(await launcher.ended).toBe(1);
  expect(launcher.output()).toMatch(/^A restore into the database test_\w+ is running or did not finish\. .+\n$/);
  // The server may still be rolling back for the killed process.
  await until(() => finish('restore.mjs', [file], envOf(target)).then(({ code }) => code === 0));
  expect(await titleIn(target.urls.owner)).toEqual([{ value: 'kept' }]);
}, 600_000);

test('the launcher writes a backup when one is due, and keeps the newest', async () => {
  mkdirSync(folder);
  const now = Date.now();
  const old = (days: number) => backupName(new Date(now - days * 86_400_000), false);
  for (const name of [old(4), old(3), old(2), 'notes.txt', `${old(1)}.partial`]) writeFileSync(join(folder, name), '');
  const launcher = await launchFakes({ ...envOf(database), CHANCERY_BACKUP_KEEP: '2' });
  await Promise.race([until(() => launcher.output().includes('Wrote ')), launcher.ended]);
  launcher.process.kill('SIGTERM');
  expect(await launcher.ended).toBe(0);
  const [newest, second, ...others] = await scheduledBackups(folder);
  expect([second?.file, others]).toEqual([join(folder, old(2)), []]);
  expect(readdirSync(folder)).toHaveLength(3);
  await restoreBackup({
    ...{ home: testFolder.home, databaseUrl: target.urls.owner, file: newest?.file ?? '' },
    logins: { reader: target.urls.reader, desk: target.urls.desk, writer: target.urls.writer },
  });
});

test('a backup that is not due is not written', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, backupName(new Date(Date.now() - 3_600_000), false)), '');
  const launcher = await launchFakes({ ...envOf(database), CHANCERY_BACKUP_EVERY: '2' });
  await Promise.race([until(() => launcher.output().includes('Chancery is ready')), launcher.ended]);
  launcher.process.kill('SIGTERM');
  expect(await launcher.ended).toBe(0);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a scheduled backup that fails is logged, and Chancery goes on', async () => {
  writeFileSync(folder, 'a file in its place');
  const launcher = await launchFakes(envOf(database));
  await Promise.race([until(() => launcher.output().includes('The next attempt is in 15 minutes')), launcher.ended]);
  expect(launcher.output()).toMatch(
    /The folder .+backups cannot be created: .+ Set CHANCERY_BACKUP_DIR to another folder\./,
  );
  expect(launcher.process.exitCode).toBe(null);
  launcher.process.kill('SIGTERM');
  expect(await launcher.ended).toBe(0);
});

test('a new release backs up an older database before it migrates, and does not migrate if that fails', async () => {
  // As a database of the release before: without its last migration.
  const lastMigration = 'SELECT migration_name AS name FROM public._prisma_migrations ORDER BY 1 DESC LIMIT 1';
  const namesOf = async () =>
    withClient(database.urls.owner, async (client) => (await client.query<{ name: string }>(lastMigration)).rows);
  const [last] = await namesOf();
  await withClient(database.urls.owner, (client) =>
    client.query('DELETE FROM public._prisma_migrations WHERE migration_name = $1', [last?.name]),
  );
  writeFileSync(folder, 'a file in its place');
  const refused = await launchFakes(envOf(database));
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(
    /The database was not upgraded, because the backup before it failed\..+unset CHANCERY_BACKUP_DIR/,
  );
  expect(await namesOf()).not.toEqual([last]);
  const elsewhere = join(testFolder.home, 'elsewhere');
  const launcher = await launchFakes({ ...envOf(database), CHANCERY_BACKUP_DIR: elsewhere });
  await Promise.race([until(() => launcher.output().includes('Wrote ')), launcher.ended]);
  expect(launcher.output()).toContain('Backing up the database before its upgrade\nWrote ');
  expect(await scheduledBackups(elsewhere)).toHaveLength(1);
});
