// Queued jobs run in a child process of the server.
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
  await server.createUsers('Ana');
}, 120_000);
afterAll(() => server.close());

it('the job process is restarted when it is killed and resumes its job, while the server keeps answering', async () => {
  const importing = new ImportClient(server.url, await server.as('Ana'));
  const id = await importing.uploads({ 'states.csv': file });
  await importing.checks(id);
  await importing.does('writeImport', id);
  while ((await importing.looksAt(id)).done === 0) await sleep(10);
  const first = jobProcessId();
  process.kill(first, 'SIGKILL');
  const { ok } = await fetch(`${server.url}/readyz`);
  expect(ok).toBe(true);
  expect((await importing.waitsForEnd(id)).status).toBe('WRITTEN');
  expect(jobProcessId()).not.toBe(first);
}, 300_000);

it('the job process exits when the server process is killed', async () => {
  const left = jobProcessId();
  await server.killApi();
  for (let tries = 0; isAlive(left) && tries < 100; tries += 1) await sleep(100);
  expect(isAlive(left)).toBe(false);
}, 60_000);

/** Returns the process id of the running job process. */
function jobProcessId(): number {
  const { pid } = server;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const found = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('jobs/main'));
  if (found === undefined) throw new Error('the API has no job process');
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
