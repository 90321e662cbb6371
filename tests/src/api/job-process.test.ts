// The work of the queue is done in a process of its own, beside the one that serves.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ApiProcess } from '../support/api-process.ts';
import { ImportClient } from '../support/imports.ts';

const lines = Array.from({ length: 1_500 }, (_, at) => `AAA,900,Tribe,${500 + at},1,1,${500 + at},12,31,2016\n`);
const file = `stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n${lines.join('')}`;

const server = new ApiProcess();
beforeAll(async () => {
  await server.start();
  await server.hire('Ana');
}, 120_000);
afterAll(() => server.close());

it('goes on in a new one where it was killed, and whoever reads meanwhile is answered', async () => {
  const importing = new ImportClient(server.url, await server.as('Ana'));
  const id = await importing.uploads({ 'states.csv': file });
  await importing.checks(id);
  await importing.does('writeImport', id);
  while ((await importing.looksAt(id)).done === 0) await sleep(10);
  const first = worker();
  process.kill(first, 'SIGKILL');
  const { ok } = await fetch(`${server.url}/readyz`);
  expect(ok).toBe(true);
  expect((await importing.hasEnded(id)).status).toBe('WRITTEN');
  expect(worker()).not.toBe(first);
}, 300_000);

it('ends with the one that serves, however that ends', async () => {
  const left = worker();
  await server.killApi();
  for (let tries = 0; isAlive(left) && tries < 100; tries += 1) await sleep(100);
  expect(isAlive(left)).toBe(false);
}, 60_000);

/** The process that the API has started and that runs. */
function worker(): number {
  const { pid } = server;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const found = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('jobs/main'));
  if (found === undefined) throw new Error('the API has started no process that does the work of the queue');
  return found;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
