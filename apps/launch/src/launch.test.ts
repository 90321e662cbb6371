import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@chancery/prisma';
import { type FreshDatabase, freshDatabase, type TestHome, testHome } from '@chancery/prisma/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

// These tests run the launcher as a separate process, with fakes of the API and the admin. Tests that are not about the
// private Postgres use an existing database.
let testFolder: TestHome;
let env: NodeJS.ProcessEnv;
let database: FreshDatabase;
let existingDatabase: NodeJS.ProcessEnv;
let launched: Launched[];

type Launched = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

beforeEach(async () => {
  testFolder = testHome();
  launched = [];
  const { PORT, API_PORT } = { PORT: await freePort(), API_PORT: await freePort() };
  env = {
    ...process.env,
    npm_lifecycle_event: undefined,
    PORT: String(PORT),
    API_PORT: String(API_PORT),
    CHANCERY_HOME: testFolder.home,
  };
  for (const name of Object.keys(env)) if (name.startsWith('DATABASE_URL')) delete env[name];
  database = await freshDatabase();
  const { owner, reader, desk, writer } = database.urls;
  existingDatabase = {
    DATABASE_URL: owner,
    DATABASE_URL_READER: reader,
    DATABASE_URL_DESK: desk,
    DATABASE_URL_WRITER: writer,
  };
});
afterEach(async () => {
  for (const launcher of launched) launcher.process.kill('SIGTERM');
  for (const launcher of launched) await launcher.ended;
  await database.drop();
  testFolder.remove();
});

const script = join(import.meta.dirname, '..', 'fixtures', 'launch-fakes.ts');

function start(extraEnv: NodeJS.ProcessEnv = {}): Launched {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', script], {
    env: { ...env, ...extraEnv },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const onData = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const launcher = { process: child, output: () => output, ended };
  launched.push(launcher);
  return launcher;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}

async function ready(launcher: Launched): Promise<void> {
  await Promise.race([until(() => launcher.output().includes('Chancery is ready')), launcher.ended]);
  expect(launcher.output()).toContain('Chancery is ready');
}

function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/\) Z /.test(readFileSync(file, 'utf8'));
}

function apiRecord(): Record<string, string> & { pid: number } {
  return JSON.parse(readFileSync(join(testFolder.home, 'api.json'), 'utf8'));
}

function postmaster(): number {
  return Number(readFileSync(join(testFolder.home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

test('prints one line with both URLs when ready, and at the first start how to sign in', async () => {
  const launcher = start(existingDatabase);
  await ready(launcher);
  const line = launcher
    .output()
    .split('\n')
    .find((text) => text.startsWith('Chancery is ready'));
  expect(line).toContain(`http://localhost:${env.PORT}`);
  expect(line).toContain(`http://localhost:${env.API_PORT}`);
  expect(launcher.output()).toContain('A note of the API');
  expect(launcher.output()).toContain('Only this machine can open it.');
  expect(launcher.output()).toContain('admin ada@example.org secret');
  expect(await (await fetch(`http://127.0.0.1:${env.PORT}`)).text()).toBe(`http://127.0.0.1:${env.API_PORT}`);
});

test('passes the logins and settings to the API, but not DATABASE_URL', async () => {
  const launcher = start(existingDatabase);
  await ready(launcher);
  const { CHANCERY_URL_READER, CHANCERY_URL_DESK, CHANCERY_URL_WRITER, CHANCERY_URL_OWNER, ...rest } = apiRecord();
  expect(new URL(CHANCERY_URL_READER ?? '').username).toBe('chancery_reader');
  expect(new URL(CHANCERY_URL_DESK ?? '').username).toBe('chancery_desk');
  expect(new URL(CHANCERY_URL_WRITER ?? '').username).toBe('chancery_writer');
  expect(new URL(CHANCERY_URL_OWNER ?? '').username).toBe(new URL(database.urls.owner).username);
  expect(rest).toMatchObject({
    API_PORT: env.API_PORT,
    CHANCERY_HOME: testFolder.home,
    CHANCERY_DEMO: '1',
    CHANCERY_ADMIN_ORIGIN: `http://localhost:${env.PORT}`,
    NODE_ENV: 'production',
  });
  expect(rest).not.toHaveProperty('DATABASE_URL');
});

test('a signal to stop ends the servers, then Postgres, with code 0, and the next start keeps the data', async () => {
  const launcher = start();
  await ready(launcher);
  const { pid } = apiRecord();
  const server = postmaster();
  launcher.process.kill('SIGINT');
  expect(await launcher.ended).toBe(0);
  expect([isAlive(pid), isAlive(server)]).toEqual([false, false]);
  expect(existsSync(join(testFolder.home, 'api-stopped'))).toBe(true);
  const second = start();
  await ready(second);
  expect(second.output()).not.toContain('admin ada@example.org');
});

test('if a server ends by itself, everything stops with one line and code 1', async () => {
  const launcher = start();
  await ready(launcher);
  const server = postmaster();
  process.kill(apiRecord().pid, 'SIGKILL');
  expect(await launcher.ended).toBe(1);
  expect(launcher.output()).toContain('The API was ended by SIGKILL, so Chancery is stopping');
  expect(isAlive(server)).toBe(false);
});

test('a server that fails before it is ready ends the start', async () => {
  const launcher = start({ ...existingDatabase, FAKE_API: 'fails' });
  expect(await launcher.ended).toBe(1);
  expect(launcher.output()).toContain('The API ended with code 3');
  expect(isAlive(apiRecord().pid)).toBe(false);
});

test('if Postgres is killed, everything stops with one line', async () => {
  const launcher = start();
  await ready(launcher);
  process.kill(postmaster(), 'SIGKILL');
  expect(await launcher.ended).toBe(1);
  expect(launcher.output()).toContain('The private Postgres ended unexpectedly');
});

test('kill -9 of the launcher ends its servers, and the next start attaches to the running Postgres', async () => {
  const launcher = start();
  await ready(launcher);
  const { pid } = apiRecord();
  launcher.process.kill('SIGKILL');
  await launcher.ended;
  await until(() => !isAlive(pid));
  const server = postmaster();
  expect(isAlive(server)).toBe(true);
  const second = start();
  await ready(second);
  expect(postmaster()).toBe(server);
});

test('stops when the npm that started it ends, and the next start waits for that', async () => {
  const line = `"${process.execPath}" --conditions=source --import tsx "${script}"; true`;
  const shell = spawn('sh', ['-c', line], {
    env: { ...env, ...existingDatabase, npm_lifecycle_event: 'start' },
    stdio: 'ignore',
  });
  await until(() => existsSync(join(testFolder.home, 'sign-in.txt')));
  const { pid } = apiRecord();
  shell.kill('SIGTERM');
  await ready(start(existingDatabase));
  expect(isAlive(pid)).toBe(false);
});

test('a second start on the same data folder fails and names the running process', async () => {
  const launcher = start(existingDatabase);
  await ready(launcher);
  const second = start({ ...existingDatabase, PORT: String(await freePort()), API_PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(
    `Chancery or an import is already running on ${testFolder.home} (process ${launcher.process.pid})`,
  );
  expect(isAlive(apiRecord().pid)).toBe(true);
});

test('reports a port in use with the setting that changes it', async () => {
  const taken = createServer().listen(Number(env.API_PORT), '127.0.0.1');
  await once(taken, 'listening');
  const launcher = start();
  expect(await launcher.ended).toBe(1);
  expect(launcher.output().trim()).toBe(
    `Port ${env.API_PORT} is in use, or this user may not open it. Stop the program that uses it, or set API_PORT to another port.`,
  );
  taken.close();
});

test('with reload, a changed source file restarts the API', async () => {
  const folder = join(testFolder.home, 'src');
  mkdirSync(folder, { recursive: true });
  const launcher = start({ ...existingDatabase, FAKE_WATCH: folder });
  await ready(launcher);
  const { pid } = apiRecord();
  writeFileSync(join(folder, 'changed.ts'), '');
  await until(() => launcher.output().includes('The API was restarted'));
  await until(() => apiRecord().pid !== pid);
  expect(isAlive(pid)).toBe(false);
});
