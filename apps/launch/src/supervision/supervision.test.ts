import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '@chancery/prisma';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isAlive, type Launching, prepareLaunch, until, untilItPrints, untilReady } from '../../fixtures/launched.ts';
import { heapLimit } from '../heap-limits.ts';

// These tests kill and stop real processes: the launcher, fakes of the API and the admin, and a real Postgres.
let launching: Launching;

beforeEach(async () => {
  launching = await prepareLaunch();
});
afterEach(() => launching.end());

const get = (path: string) => fetch(`http://127.0.0.1:${launching.apiPort}${path}`);
const apiPid = () => launching.apiRecord().pid;

test('a killed API is restarted, with the reason in the log, and Postgres goes on', async () => {
  const launcher = launching.start();
  await untilReady(launcher);
  const [server, killed] = [launching.postmaster(), apiPid()];
  expect(launching.apiRecord().CHANCERY_RESTART).toBe('0');
  process.kill(killed, 'SIGKILL');
  await untilItPrints(launcher, 'The API serves again');
  expect(launcher.output()).toMatch(/The API was ended by SIGKILL .*\. Restarting it\./);
  expect((await get('/')).status).toBe(200);
  expect(apiPid()).not.toBe(killed);
  expect(launching.apiRecord().CHANCERY_RESTART).toBe('1');
  expect(launching.postmaster()).toBe(server);
  expect(isAlive(server)).toBe(true);
});

test('an API that hangs is replaced', async () => {
  const launcher = launching.start(launching.existingDatabase);
  await untilReady(launcher);
  const hung = apiPid();
  process.kill(hung, 'SIGSTOP');
  await untilItPrints(launcher, 'The API serves again');
  expect(launcher.output()).toMatch(/The API did not answer for \d s and was killed\. Restarting it\./);
  expect(isAlive(hung)).toBe(false);
  expect((await get('/')).status).toBe(200);
});

test('an API that is busy for three seconds is left alone', async () => {
  const launcher = launching.start(launching.existingDatabase);
  await untilReady(launcher);
  const { pid } = launching.apiRecord();
  expect(await (await get('/busy')).text()).toBe('the API');
  expect(apiPid()).toBe(pid);
  expect(launcher.output()).not.toContain('Restarting');
});

test('an API that runs out of memory says so and is restarted', async () => {
  const launcher = launching.start({ ...launching.existingDatabase, NODE_OPTIONS: '--max-old-space-size=200' });
  await untilReady(launcher);
  await expect(get('/allocate')).rejects.toThrow();
  await untilItPrints(launcher, 'The API serves again');
  expect(launcher.output()).toContain('The API ran out of memory. Restarting it.');
});

test('each process has a heap limit, unless NODE_OPTIONS sets one', async () => {
  const limit = `--max-old-space-size=${heapLimit('api')}`;
  const first = launching.start(launching.existingDatabase);
  await untilReady(first);
  expect(launching.apiRecord().flags).toContain(limit);
  first.process.kill('SIGTERM');
  await first.ended;
  await untilReady(launching.start({ ...launching.existingDatabase, NODE_OPTIONS: '--max-old-space-size=300' }));
  expect(launching.apiRecord().flags).not.toContain(limit);
});

test('an API that dies again and again ends the launcher with one line and code 1', async () => {
  const launcher = launching.start({ FAKE_API: 'fails-again' });
  await untilReady(launcher);
  const server = launching.postmaster();
  process.kill(apiPid(), 'SIGKILL');
  expect(await launcher.ended).toBe(1);
  const lines = launcher.output().split('\n');
  expect(lines.filter((line) => line.includes('Restarting it'))).toHaveLength(4);
  expect(lines.filter((line) => line.includes('The API has ended 5 times within a minute'))).toEqual([
    'The API has ended 5 times within a minute, so Chancery is stopping. The last time it ended with code 3. See the lines above for the cause.',
  ]);
  expect(isAlive(server)).toBe(false);
});

test('a killed Postgres is restarted at the same address with its data, and the API goes on', async () => {
  const launcher = launching.start();
  await untilReady(launcher);
  const [killed, { pid, CHANCERY_URL_OWNER: url = '' }] = [launching.postmaster(), launching.apiRecord()];
  await withClient(url, (client) => client.query('create table kept as select 1 as one'));
  process.kill(killed, 'SIGKILL');
  await untilItPrints(launcher, 'The private Postgres accepts connections again');
  expect(launcher.output()).toContain('The private Postgres ended unexpectedly. Restarting it.');
  expect(launching.postmaster()).not.toBe(killed);
  const { rows } = await withClient(url, (client) => client.query('select one from kept'));
  expect(rows).toEqual([{ one: 1 }]);
  expect(apiPid()).toBe(pid);
  expect(isAlive(pid)).toBe(true);
});

test('two signals at once count as one: requests in progress are finished', async () => {
  const launcher = launching.start(launching.existingDatabase);
  await untilReady(launcher);
  const answer = get('/slow');
  await until(async () => (await get('/')).ok);
  // As after Ctrl-C under npm: the terminal sends one to the whole group, npm forwards another.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) launcher.process.kill(signal);
  expect(await (await answer).text()).toBe('the API');
  expect(await launcher.ended).toBe(0);
  expect(existsSync(join(launching.home, 'api-finished'))).toBe(true);
});

test('a second, separate signal stops at once', async () => {
  const launcher = launching.start({ ...launching.existingDatabase, FAKE_API: 'never-stops' });
  await untilReady(launcher);
  const { pid } = launching.apiRecord();
  launcher.process.kill('SIGTERM');
  await until(() => existsSync(join(launching.home, 'api-stopped')));
  while (isAlive(pid)) {
    await sleep(500);
    launcher.process.kill('SIGTERM');
    await sleep(500);
  }
  expect(await launcher.ended).toBe(0);
});
