import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupName } from '@chancery/prisma/backup';
import { testHome } from '@chancery/prisma/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Api, makeLog, openApi, openEmptyApi, readSettings } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { createWaived } from '../support/operations.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await publish([api.people.EDITOR, api.people.ADMIN], [createWaived('State', { name: 'Nowhere' })]);
}, 300_000);
afterAll(() => api.close());

/** Repeats a check without pause until it returns true. */
async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  if (!(await holds())) await waitUntil(holds);
}

const get = async (path: string, url = api.url) => {
  const response = await fetch(url + path);
  return { status: response.status, body: await response.text() };
};

/**
 * Returns the value of a metric, given with its labels as `/metrics` prints them; NaN if the server does not report it.
 */
async function metric(line: string, url = api.url): Promise<number> {
  const { body } = await get('/metrics', url);
  return Number(
    body
      .split('\n')
      .find((text) => text.startsWith(`${line} `))
      ?.split(' ')
      .at(-1),
  );
}

describe('operating the server', () => {
  it('serves liveness and readiness', async () => {
    expect(await get('/livez')).toEqual({ status: 200, body: '{"alive":true}' });
    const { status, body } = await get('/readyz');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ ready: true, revision: 1, reasons: [], reads: { from: 'primary' } });
  });

  it('serves metrics of operations by endpoint and outcome, and of the pools', async () => {
    const ok = 'chancery_requests_total{door="/graphql",outcome="ok"}';
    const before = (await metric(ok)) || 0;
    await api.ask('{ states { totalCount } }');
    await api.ask('{ foo }');
    await waitUntil(async () => (await metric(ok)) === before + 1);
    expect(await metric('chancery_requests_total{door="/graphql",outcome="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(await metric('chancery_revision')).toBe(1);
    for (const login of ['reader', 'desk', 'writer'])
      expect(await metric(`chancery_pool_connections{login="${login}",state="waited-for"}`)).toBe(0);
    expect(await metric('chancery_request_seconds_count{door="/graphql"}')).toBeGreaterThan(1);
  });

  it('serves the number of background jobs and the age of the oldest that waits', async () => {
    const jobs = (state: string) => metric(`chancery_jobs{state="${state}"}`);
    expect([await jobs('waiting'), await jobs('running'), await metric('chancery_jobs_waiting_seconds')]).toEqual([
      0, 0, 0,
    ]);
    await api.desk.owner.query(
      `INSERT INTO desk.job (id, kind, started_by, status, created_at) VALUES ('waits', 'none', 'nobody', 'WAITING', now() - interval '5 minutes')`,
    );
    expect([await jobs('waiting'), await jobs('running')]).toEqual([1, 0]);
    expect(await metric('chancery_jobs_waiting_seconds')).toBeGreaterThanOrEqual(300);
  });

  it('serves the age of the newest scheduled backup', async () => {
    const { home, remove } = testHome();
    const backed = await openEmptyApi({ backupFolder: home });
    const age = () => metric('chancery_backup_age_seconds', backed.url);
    const addBackup = (hours: number) =>
      writeFileSync(join(home, backupName(new Date(Date.now() - hours * 3_600_000), true)), '');
    try {
      const { body } = await get('/metrics', backed.url);
      expect(body).toContain('chancery_backup_age_seconds +Inf');
      mkdirSync(home);
      addBackup(50);
      addBackup(30);
      writeFileSync(join(home, `${backupName(new Date(), false)}.partial`), '');
      expect(Math.round((await age()) / 3600)).toBe(30);
    } finally {
      await backed.close();
      remove();
    }
    expect((await get('/metrics')).body).not.toContain('chancery_backup_age_seconds');
  });

  it('logs a line for each operation with its name, role, cost and outcome, without variables', async () => {
    const from = api.log.length;
    await api.people.EDITOR.ask('query Mine($text: String!) { search(text: $text) { totalCount } me { email } }', {
      text: 'a variable',
    });
    await waitUntil(async () => api.log.length > from);
    const [line] = api.log.slice(from);
    expect(line).toMatchObject({
      ...{
        msg: 'operation',
        door: '/desk/graphql',
        operation: 'Mine',
        role: 'EDITOR',
        sql: 1,
        status: 200,
        outcome: 'ok',
      },
      request: expect.stringMatching(/^[0-9a-f]{12}-\d+$/),
      hash: expect.stringMatching(/^[0-9a-f]{12}$/),
      cost: expect.any(Number),
      ms: expect.any(Number),
    });
    expect(JSON.stringify(line)).not.toMatch(/a variable|@example\.org/);
  });

  it('logs the causes of an error, but not the properties that a library has added to it', () => {
    const lines: string[] = [];
    const log = makeLog('info', { write: (line: string) => void lines.push(line) });
    const cause = Object.assign(new Error('no route'), { client: { password: 'canary' } });
    log.error({ err: Object.assign(new Error('it broke', { cause }), { code: '42P01', config: 'canary' }) }, 'failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: { message: 'it broke', code: '42P01', stack: expect.any(String), cause: { message: 'no route' } },
    });
    expect(lines.join()).not.toContain('canary');
  });
});

describe('a server that is stopping', () => {
  it('completes running requests, refuses new ones and exits', async () => {
    const leaving = await openEmptyApi();
    const holder = await leaving.desk.owner.connect();
    await holder.query('BEGIN; LOCK TABLE register.state IN ACCESS EXCLUSIVE MODE');
    const running = fetch(`${leaving.url}/graphql?query={states{totalCount}}`);
    await waitUntil(async () => {
      const { rows } = await leaving.desk.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = 'chancery_reader' AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    const closed = leaving.server.close();
    const late = await fetch(`${leaving.url}/graphql?query={__typename}`, { headers: { accept: 'application/json' } });
    expect([late.status, late.headers.get('retry-after'), late.headers.get('connection')]).toEqual([503, '5', 'close']);
    expect(await late.json()).toMatchObject({ errors: [{ extensions: { code: 'RETRYABLE' } }] });
    expect((await get('/livez', leaving.url)).status).toBe(200);
    await holder.query('ROLLBACK');
    holder.release();
    const answer = await running;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ data: { states: { totalCount: 0 } } });
    await closed;
    await expect(fetch(`${leaving.url}/livez`)).rejects.toThrow();
    await leaving.desk.close();
  });
});

describe('invalid settings', () => {
  const urls = Object.fromEntries(
    ['OWNER', 'READER', 'DESK', 'WRITER'].map((login) => [`CHANCERY_URL_${login}`, 'postgres://a:b@localhost:1/c']),
  );

  it('are reported all at once, one line each, without repeating secrets', () => {
    const read = readSettings({
      ...{ API_PORT: '70000', CHANCERY_DEMO: 'yes', CHANCERY_ADMIN_ORIGIN: 'here', CHANCERY_LOG: 'loud' },
      CHANCERY_SECRET: 'too short a one',
      CHANCERY_URL_OWNER: 'mysql://user:canary@localhost/x',
    });
    if (!('errors' in read)) throw new Error('the settings were accepted');
    const named = read.errors.map((line) => line.split(' ')[0]);
    expect(named.sort()).toEqual([
      'API_PORT',
      ...['ADMIN_ORIGIN', 'DEMO', 'LOG', 'SECRET', 'URL_DESK', 'URL_OWNER', 'URL_READER', 'URL_WRITER'].map(
        (name) => `CHANCERY_${name}`,
      ),
    ]);
    expect(read.errors.join('\n')).not.toMatch(/canary|too short a one/);
  });

  it('empty settings count as not set', () => {
    const read = readSettings({ ...urls, API_PORT: '', CHANCERY_SECRET: '', NODE_ENV: 'production' });
    expect(read).toMatchObject({ settings: { port: 4000, secret: undefined, demo: true, production: true } });
  });
});

describe('a server that loses its database', () => {
  it('stays up, reports that it is not ready, answers RETRYABLE, and recovers by itself', async () => {
    const lost = await openEmptyApi();
    const elsewhere = new URL(lost.desk.database.urls.owner);
    const name = elsewhere.pathname.slice(1);
    elsewhere.pathname = '/postgres';
    const owner = new pg.Client({ connectionString: String(elsewhere) });
    await owner.connect();
    try {
      await lost.desk.desk.query('SELECT 1');
      // Refuse new connections and terminate existing ones.
      await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT 0`);
      await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename IN ('chancery_reader', 'chancery_desk', 'chancery_writer')`,
        [name],
      );
      await waitUntil(async () => (await get('/readyz', lost.url)).status === 503);
      expect((await get('/livez', lost.url)).status).toBe(200);
      const response = await fetch(`${lost.url}/graphql?query={states{totalCount}}`);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'RETRYABLE' } }] });
      await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT -1`);
      await waitUntil(async () => (await get('/readyz', lost.url)).status === 200);
      expect((await fetch(`${lost.url}/graphql?query={states{totalCount}}`)).status).toBe(200);
    } finally {
      await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT -1`);
      await owner.end();
      await lost.close();
    }
  });
});
