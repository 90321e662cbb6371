import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@chancery/prisma';
import { type FreshDatabase, freshDatabase, type TestHome, testHome } from '@chancery/prisma/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

// These launch the real thing as a process of its own, with two fake servers in the places of the API and the admin.
// Where the private Postgres is not what a test is about, it uses a database that is there already.
let place: TestHome;
let env: NodeJS.ProcessEnv;
let database: FreshDatabase;
let given: NodeJS.ProcessEnv;
let launched: Launched[];

type Launched = { process: ChildProcess; said: () => string; ended: Promise<number | null> };

beforeEach(async () => {
  place = testHome();
  launched = [];
  const { PORT, API_PORT } = { PORT: await freePort(), API_PORT: await freePort() };
  env = {
    ...process.env,
    npm_lifecycle_event: undefined,
    PORT: String(PORT),
    API_PORT: String(API_PORT),
    CHANCERY_HOME: place.home,
  };
  for (const name of Object.keys(env)) if (name.startsWith('DATABASE_URL')) delete env[name];
  database = await freshDatabase();
  const { owner, reader, desk, writer } = database.urls;
  given = { DATABASE_URL: owner, DATABASE_URL_READER: reader, DATABASE_URL_DESK: desk, DATABASE_URL_WRITER: writer };
});
afterEach(async () => {
  for (const each of launched) each.process.kill('SIGTERM');
  for (const each of launched) await each.ended;
  await database.drop();
  place.remove();
});

const script = join(import.meta.dirname, '..', 'fixtures', 'launch-fakes.ts');

function start(more: NodeJS.ProcessEnv = {}): Launched {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', script], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const one = { process: child, said: () => said, ended };
  launched.push(one);
  return one;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}

async function ready(one: Launched): Promise<void> {
  await Promise.race([until(() => one.said().includes('Chancery is ready')), one.ended]);
  expect(one.said()).toContain('Chancery is ready');
}

function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/\) Z /.test(readFileSync(file, 'utf8'));
}

function told(): Record<string, string> & { pid: number } {
  return JSON.parse(readFileSync(join(place.home, 'api.json'), 'utf8'));
}

function postmaster(): number {
  return Number(readFileSync(join(place.home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

test('when all is up one line names both addresses, and the first start says how to sign in', async () => {
  const one = start(given);
  await ready(one);
  const line = one
    .said()
    .split('\n')
    .find((each) => each.startsWith('Chancery is ready'));
  expect(line).toContain(`http://localhost:${env.PORT}`);
  expect(line).toContain(`http://localhost:${env.API_PORT}`);
  expect(one.said()).toContain('A note of the API');
  expect(one.said()).toContain('admin ada@example.org secret');
  expect(await (await fetch(`http://127.0.0.1:${env.PORT}`)).text()).toBe(`http://127.0.0.1:${env.API_PORT}`);
});

test('the API is told its logins and settings, and the address of no other database', async () => {
  const one = start(given);
  await ready(one);
  const { CHANCERY_URL_READER, CHANCERY_URL_DESK, CHANCERY_URL_WRITER, CHANCERY_URL_OWNER, ...rest } = told();
  expect(new URL(CHANCERY_URL_READER ?? '').username).toBe('chancery_reader');
  expect(new URL(CHANCERY_URL_DESK ?? '').username).toBe('chancery_desk');
  expect(new URL(CHANCERY_URL_WRITER ?? '').username).toBe('chancery_writer');
  expect(new URL(CHANCERY_URL_OWNER ?? '').username).toBe(new URL(database.urls.owner).username);
  expect(rest).toMatchObject({
    API_PORT: env.API_PORT,
    CHANCERY_HOME: place.home,
    CHANCERY_DEMO: '1',
    CHANCERY_ADMIN_ORIGIN: `http://localhost:${env.PORT}`,
    NODE_ENV: 'production',
  });
  expect(rest).not.toHaveProperty('DATABASE_URL');
});

test('a signal to stop ends the servers, then Postgres, with code 0; the next start keeps what was there', async () => {
  const one = start();
  await ready(one);
  const { pid } = told();
  const server = postmaster();
  one.process.kill('SIGINT');
  expect(await one.ended).toBe(0);
  expect([isAlive(pid), isAlive(server)]).toEqual([false, false]);
  expect(existsSync(join(place.home, 'api-stopped'))).toBe(true);
  const two = start();
  await ready(two);
  expect(two.said()).not.toContain('admin ada@example.org');
});

test('a server that ends by itself takes everything down with one line and code 1', async () => {
  const one = start();
  await ready(one);
  const server = postmaster();
  process.kill(told().pid, 'SIGKILL');
  expect(await one.ended).toBe(1);
  expect(one.said()).toContain('The API was ended by SIGKILL, so everything is stopped');
  expect(isAlive(server)).toBe(false);
});

test('a server that fails before it is ready ends the start', async () => {
  const one = start({ ...given, FAKE_API: 'fails' });
  expect(await one.ended).toBe(1);
  expect(one.said()).toContain('The API ended with code 3');
  expect(isAlive(told().pid)).toBe(false);
});

test('a Postgres that is killed takes everything down with one line', async () => {
  const one = start();
  await ready(one);
  process.kill(postmaster(), 'SIGKILL');
  expect(await one.ended).toBe(1);
  expect(one.said()).toContain('The private Postgres ended by itself');
});

test('kill -9 of the launcher makes its servers leave, and the next start goes on', async () => {
  const one = start();
  await ready(one);
  const { pid } = told();
  one.process.kill('SIGKILL');
  await one.ended;
  await until(() => !isAlive(pid));
  const server = postmaster();
  expect(isAlive(server)).toBe(true);
  const two = start();
  await ready(two);
  expect(postmaster()).toBe(server);
});

test('the end of the npm that started us is a signal to stop, and the next start waits for it', async () => {
  const line = `"${process.execPath}" --conditions=source --import tsx "${script}"; true`;
  const shell = spawn('sh', ['-c', line], { env: { ...env, ...given, npm_lifecycle_event: 'start' }, stdio: 'ignore' });
  await until(() => existsSync(join(place.home, 'sign-in.txt')));
  const { pid } = told();
  shell.kill('SIGTERM');
  await ready(start(given));
  expect(isAlive(pid)).toBe(false);
});

test('a second start on the same data folder says that one runs already', async () => {
  const one = start(given);
  await ready(one);
  const two = start({ ...given, PORT: String(await freePort()), API_PORT: String(await freePort()) });
  expect(await two.ended).toBe(1);
  expect(two.said()).toMatch(`Chancery already runs on ${place.home} (process ${one.process.pid})`);
  expect(isAlive(told().pid)).toBe(true);
});

test('a taken port is named with the setting that changes it', async () => {
  const taken = createServer().listen(Number(env.API_PORT), '127.0.0.1');
  await once(taken, 'listening');
  const one = start();
  expect(await one.ended).toBe(1);
  expect(one.said().trim()).toBe(`Port ${env.API_PORT} is taken: stop what uses it, or set API_PORT to another`);
  taken.close();
});

test('with reload a changed source starts the API anew', async () => {
  const folder = join(place.home, 'src');
  mkdirSync(folder, { recursive: true });
  const one = start({ ...given, FAKE_WATCH: folder });
  await ready(one);
  const { pid } = told();
  writeFileSync(join(folder, 'changed.ts'), '');
  await until(() => one.said().includes('The API was started anew'));
  await until(() => told().pid !== pid);
  expect(isAlive(pid)).toBe(false);
});
