// Runs `npm run import` as the launcher does: as a separate process that gets the database URLs from the environment.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Desk, openDesk } from '../support/desk.ts';

const api = join(import.meta.dirname, '../../../apps/api');
const folder = mkdtempSync(join(tmpdir(), 'chancery-import-'));
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.createUser('Ana');
}, 60_000);
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command; returns its exit code and output. */
function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { owner, reader, desk: own, writer } = desk.database.urls;
  const env = {
    ...{ PATH: process.env.PATH, INIT_CWD: folder, CHANCERY_HOME: folder },
    ...{ CHANCERY_URL_OWNER: owner, CHANCERY_URL_READER: reader, CHANCERY_URL_DESK: own, CHANCERY_URL_WRITER: writer },
  };
  const program = ['--conditions=source', '--import', 'tsx', join('src', 'import-command.ts'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: api, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const header = 'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n';

it('refuses a file that no importer reads with a one-line message', async () => {
  writeFileSync(join(folder, 'strange.csv'), 'a,b\n1,2\n');
  const { code, out, err } = await run('strange.csv');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /^strange\.csv: The columns of this file \(a, b\) match no known source\. Describe them in a mapping\.\n$/,
  );
  expect(await run('no-such-source')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^no-such-source is neither .*\n$/),
  });
}, 60_000);

it('checks a file without writing, then writes it into a changeset, and reports errors by line', async () => {
  writeFileSync(
    join(folder, 'states.csv'),
    `${header}LYD,901,Lydia,1816,1,1,1942,11,11,2016\nCAR,902,Caria,1920,13,1,1938,3,13,2016\n`,
  );
  const checked = await run('states.csv', '--check');
  expect(checked.out).toContain('Importing from cow-states on behalf of Ana <ana@example.org>:\nRows read: 2.');
  expect(checked.out).toContain('1  CREATE     State');
  expect(checked.out).toContain('ERROR: cow_states_v2016.csv, line 3, stmonth: Line 3.');
  expect(checked.out).toContain('No changeset was written.');
  expect(checked.code).toBe(2);
  expect((await desk.owner.query('SELECT FROM desk.changeset')).rowCount).toBe(0);
  const written = await run('cow-states', 'states.csv', '--as', 'ana@example.org');
  expect(written.out).toMatch(
    /Written into changeset CS-\d+\. Check and submit it at the desk, and have another editor review it\.\n$/,
  );
  expect((await desk.owner.query('SELECT FROM desk.operation')).rowCount).toBe(7);
  expect(await run('states.csv', '--as', 'nobody@example.org')).toMatchObject({
    code: 1,
    err: 'The desk has no active user with the e-mail address nobody@example.org. Name another user with --as.\n',
  });
}, 120_000);
