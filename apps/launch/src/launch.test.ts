import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { reservedPort } from '@chancery/prisma/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isAlive, type Launching, prepareLaunch, untilReady as ready, until } from '../fixtures/launched.ts';

// These tests run the launcher as a separate process, with fakes of the API and the admin. Tests that are not about the
// private Postgres use an existing database.
let launching: Launching;
let existingDatabase: NodeJS.ProcessEnv;
let start: Launching['start'];
let apiRecord: Launching['apiRecord'];
let postmaster: Launching['postmaster'];

beforeEach(async () => {
  launching = await prepareLaunch();
  ({ existingDatabase, start, apiRecord, postmaster } = launching);
});
afterEach(() => launching.end());

test('prints one line with both URLs when ready, and at the first start how to sign in', async () => {
  const launcher = start(existingDatabase);
  await ready(launcher);
  const line = launcher
    .output()
    .split('\n')
    .find((text) => text.startsWith('Chancery is ready'));
  expect(line).toContain(`http://localhost:${launching.port}`);
  expect(line).toContain(`http://localhost:${launching.apiPort}`);
  expect(launcher.output()).toContain('A note of the API');
  expect(launcher.output()).toContain('Only this machine can open it.');
  expect(launcher.output()).toContain('admin ada@example.org secret');
  expect(await (await fetch(`http://127.0.0.1:${launching.port}`)).text()).toBe(
    `http://127.0.0.1:${launching.apiPort}`,
  );
});

test('passes the logins and settings to the API, but not DATABASE_URL', async () => {
  const launcher = start(existingDatabase);
  await ready(launcher);
  const { CHANCERY_URL_READER, CHANCERY_URL_DESK, CHANCERY_URL_WRITER, CHANCERY_URL_OWNER, ...rest } = apiRecord();
  expect(new URL(CHANCERY_URL_READER ?? '').username).toBe('chancery_reader');
  expect(new URL(CHANCERY_URL_DESK ?? '').username).toBe('chancery_desk');
  expect(new URL(CHANCERY_URL_WRITER ?? '').username).toBe('chancery_writer');
  expect(new URL(CHANCERY_URL_OWNER ?? '').username).toBe(new URL(launching.database.urls.owner).username);
  expect(rest).toMatchObject({
    API_PORT: String(launching.apiPort),
    CHANCERY_HOME: launching.home,
    CHANCERY_DEMO: '1',
    CHANCERY_ADMIN_ORIGIN: `http://localhost:${launching.port}`,
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
  expect(existsSync(join(launching.home, 'api-stopped'))).toBe(true);
  const second = start();
  await ready(second);
  expect(second.output()).not.toContain('admin ada@example.org');
});

test('a server that fails before it is ready ends the start', async () => {
  const launcher = start({ ...existingDatabase, FAKE_API: 'fails' });
  expect(await launcher.ended).toBe(1);
  expect(launcher.output()).toContain('The API ended with code 3');
  expect(isAlive(apiRecord().pid)).toBe(false);
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
  const launcher = launching.startFromShell();
  await ready(launcher);
  const { pid } = apiRecord();
  launcher.process.kill('SIGTERM');
  await ready(start(existingDatabase));
  expect(isAlive(pid)).toBe(false);
});

test('a second start on the same data folder fails and names the running process', async () => {
  const launcher = start(existingDatabase);
  await ready(launcher);
  const second = start({
    ...existingDatabase,
    PORT: String(await reservedPort()),
    API_PORT: String(await reservedPort()),
  });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(
    `Chancery or an import is already running on ${launching.home} (process ${launcher.process.pid})`,
  );
  expect(isAlive(apiRecord().pid)).toBe(true);
});

test('reports a port in use with the setting that changes it', async () => {
  const taken = createServer().listen(launching.apiPort, '127.0.0.1');
  await once(taken, 'listening');
  const launcher = start();
  expect(await launcher.ended).toBe(1);
  expect(launcher.output().trim()).toBe(
    `Port ${launching.apiPort} is in use, or this user may not open it. Stop the program that uses it, or set API_PORT to another port.`,
  );
  taken.close();
});

test('with reload, a changed source file restarts the API', async () => {
  const folder = join(launching.home, 'src');
  mkdirSync(folder, { recursive: true });
  const launcher = start({ ...existingDatabase, FAKE_WATCH: folder });
  await ready(launcher);
  const { pid } = apiRecord();
  writeFileSync(join(folder, 'changed.ts'), '');
  await until(() => launcher.output().includes('The API was restarted'));
  await until(() => apiRecord().pid !== pid);
  expect(isAlive(pid)).toBe(false);
});
