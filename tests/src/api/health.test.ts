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

/** Waits until something is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  if (!(await isSo())) await until(isSo);
}

const look = async (path: string, url = api.url) => {
  const response = await fetch(url + path);
  return { status: response.status, body: await response.text() };
};

/** The value of a measure. */
async function measured(line: string): Promise<number> {
  const { body } = await look('/metrics');
  return Number(
    body
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.split(' ')
      .at(-1),
  );
}

describe('whoever keeps the server running', () => {
  it('learns that it lives, and that it can answer', async () => {
    expect(await look('/livez')).toEqual({ status: 200, body: '{"alive":true}' });
    expect(await look('/readyz')).toEqual({ status: 200, body: '{"ready":true,"revision":1}' });
  });

  it('learns of each operation by door and outcome, and of the pools', async () => {
    const ok = 'chancery_requests_total{door="/graphql",outcome="ok"}';
    const before = (await measured(ok)) || 0;
    await api.ask('{ states { totalCount } }');
    await api.ask('{ foo }');
    await until(async () => (await measured(ok)) === before + 1);
    expect(await measured('chancery_requests_total{door="/graphql",outcome="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(await measured('chancery_revision')).toBe(1);
    for (const login of ['reader', 'desk', 'writer'])
      expect(await measured(`chancery_pool_connections{login="${login}",state="waited-for"}`)).toBe(0);
    expect(await measured('chancery_request_seconds_count{door="/graphql"}')).toBeGreaterThan(1);
  });

  it('reads a line for each operation: what it was, who asked, what it cost, how it ended; no variable', async () => {
    const from = api.log.length;
    await api.people.EDITOR.ask('query Mine($text: String!) { search(text: $text) { totalCount } me { email } }', {
      text: 'a variable',
    });
    await until(async () => api.log.length > from);
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

  it('finds in the log what an error hides, but not what a library hung on it', () => {
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

describe('a server that is told to stop', () => {
  it('answers what it has begun, takes nothing new, and ends', async () => {
    const leaving = await openEmptyApi();
    const holder = await leaving.desk.owner.connect();
    await holder.query('BEGIN; LOCK TABLE register.state IN ACCESS EXCLUSIVE MODE');
    const begun = fetch(`${leaving.url}/graphql?query={states{totalCount}}`);
    await until(async () => {
      const { rows } = await leaving.desk.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = 'chancery_reader' AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    const closed = leaving.server.close();
    const late = await fetch(`${leaving.url}/graphql?query={__typename}`).then(
      ({ status }) => status,
      () => 503,
    );
    expect(late).toBe(503);
    await holder.query('ROLLBACK');
    holder.release();
    const answer = await begun;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ data: { states: { totalCount: 0 } } });
    await closed;
    await expect(fetch(`${leaving.url}/livez`)).rejects.toThrow();
    await leaving.desk.close();
  });
});

describe('settings that cannot be', () => {
  const urls = Object.fromEntries(
    ['OWNER', 'READER', 'DESK', 'WRITER'].map((login) => [`CHANCERY_URL_${login}`, 'postgres://a:b@localhost:1/c']),
  );

  it('are said all at once, a line each, and no secret is repeated', () => {
    const read = readSettings({
      ...{ API_PORT: '70000', CHANCERY_DEMO: 'yes', CHANCERY_ADMIN_ORIGIN: 'here', CHANCERY_LOG: 'loud' },
      CHANCERY_SECRET: 'too short a one',
      CHANCERY_URL_OWNER: 'mysql://user:canary@localhost/x',
    });
    if (!('faults' in read)) throw new Error('they were taken');
    const named = read.faults.map((line) => line.split(' ')[0]);
    expect(named.sort()).toEqual([
      'API_PORT',
      ...['ADMIN_ORIGIN', 'DEMO', 'LOG', 'SECRET', 'URL_DESK', 'URL_OWNER', 'URL_READER', 'URL_WRITER'].map(
        (name) => `CHANCERY_${name}`,
      ),
    ]);
    expect(read.faults.join('\n')).not.toMatch(/canary|too short a one/);
  });

  it('while those that are set to nothing are not set', () => {
    const read = readSettings({ ...urls, API_PORT: '', CHANCERY_SECRET: '', NODE_ENV: 'production' });
    expect(read).toMatchObject({ settings: { port: 4000, secret: undefined, demo: true, production: true } });
  });
});

describe('a server that loses its database', () => {
  it('stays up, says that it is not ready, answers in time that one may try again, and comes back by itself', async () => {
    const lost = await openEmptyApi();
    const elsewhere = new URL(lost.desk.database.urls.owner);
    const name = elsewhere.pathname.slice(1);
    elsewhere.pathname = '/postgres';
    const owner = new pg.Client({ connectionString: String(elsewhere) });
    await owner.connect();
    try {
      await lost.desk.desk.query('SELECT 1');
      // New connections are refused, and those that there are end.
      await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT 0`);
      await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename IN ('chancery_reader', 'chancery_desk', 'chancery_writer')`,
        [name],
      );
      await until(async () => (await look('/readyz', lost.url)).status === 503);
      expect((await look('/livez', lost.url)).status).toBe(200);
      const asked = await fetch(`${lost.url}/graphql?query={states{totalCount}}`);
      expect(asked.status).toBe(503);
      expect(await asked.json()).toMatchObject({ errors: [{ extensions: { code: 'RETRYABLE' } }] });
      await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT -1`);
      await until(async () => (await look('/readyz', lost.url)).status === 200);
      expect((await fetch(`${lost.url}/graphql?query={states{totalCount}}`)).status).toBe(200);
    } finally {
      await owner.query(`ALTER DATABASE "${name}" CONNECTION LIMIT -1`);
      await owner.end();
      await lost.close();
    }
  });
});
