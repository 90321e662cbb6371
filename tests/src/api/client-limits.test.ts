import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { forwardedFrom, makeLog, makeServer, openEmptyApi } from '../support/api.ts';
import { sendFrom } from '../support/send-from.ts';

type Api = Awaited<ReturnType<typeof openEmptyApi>>;

let api: Api;
afterEach(() => api.close());

const unlimited = { requests: 0, points: 0, concurrent: 0 };
/** A quota of 10 in each window of 10 seconds. */
const ten = 60;
const typename = '/graphql?query={__typename}';
const remaining = ({ ratelimit }: IncomingHttpHeaders) => Number(/"requests";r=(\d+)/.exec(String(ratelimit))?.[1]);

/** Requests `path` until the quota of ten requests of the sender is used. */
async function useQuota(path: string, from: string): Promise<void> {
  for (let left = 9; left >= 0; left -= 1) {
    const { status, headers } = await sendFrom(api.url + path, { from });
    expect([status, remaining(headers)]).toEqual([200, left]);
  }
}

describe('requests of a network address', () => {
  it('are refused beyond the quota, in the format of the route, while other addresses notice nothing', async () => {
    api = await openEmptyApi({ rates: { ...unlimited, requests: ten } });
    await useQuota(typename, '127.0.0.1');
    const refused = await sendFrom(api.url + typename, { from: '127.0.0.1' });
    const wait = Number(refused.headers['retry-after']);
    expect(refused.status).toBe(429);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(10);
    expect(refused.headers).toMatchObject({
      'ratelimit-policy': '"requests";q=10;w=10',
      ratelimit: expect.stringMatching(/^"requests";r=0;t=\d+$/),
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    expect(JSON.parse(refused.body)).toEqual({
      errors: [
        {
          message: expect.stringContaining('Try again in'),
          extensions: { code: 'RATE_LIMITED', limit: 10, retryAfter: wait },
        },
      ],
    });
    for (const [method, path] of [
      ['GET', '/measures'],
      ['GET', '/nowhere'],
      ['POST', '/desk/auth/sign-in/email'],
      ['POST', '/desk/imports/files?name=a.csv'],
    ] as const) {
      const plain = await sendFrom(api.url + path, { from: '127.0.0.1', method });
      expect([path, plain.status]).toEqual([path, 429]);
      expect(JSON.parse(plain.body)).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    }
    expect(await sendFrom(api.url + typename, { from: '127.0.0.2' })).toMatchObject({ status: 200 });
  });

  it('are not limited where the operator and static files are served', async () => {
    api = await openEmptyApi({ rates: { ...unlimited, requests: ten } });
    await useQuota(typename, '127.0.0.1');
    for (const path of ['/livez', '/readyz', '/metrics', '/graphiql', '/graphiql/graphiql.css']) {
      const { status } = await sendFrom(api.url + path, { from: '127.0.0.1' });
      expect([path, status]).toEqual([path, 200]);
    }
  });
});

describe('the address of a client', () => {
  const ask = async (headers: Record<string, string>) =>
    remaining((await sendFrom(api.url + typename, { from: '127.0.0.1', headers })).headers);

  it('is that of the connection, whatever X-Forwarded-For says', async () => {
    api = await openEmptyApi({ rates: { ...unlimited, requests: ten } });
    expect(await ask({})).toBe(9);
    expect(await ask({ 'x-forwarded-for': '203.0.113.1' })).toBe(8);
    expect(await ask({ ...forwardedFrom('203.0.113.1'), 'x-chancery-admin-key': 'a key that somebody guesses' })).toBe(
      7,
    );
    expect(await ask({ 'x-real-ip': '203.0.113.1', forwarded: 'for=203.0.113.1' })).toBe(6);
  });

  it('is what the admin states with its key, by /64 for IPv6', async () => {
    api = await openEmptyApi({ rates: { ...unlimited, requests: ten } });
    expect(await ask(forwardedFrom('203.0.113.1'))).toBe(9);
    expect(await ask(forwardedFrom('203.0.113.2'))).toBe(9);
    expect(await ask(forwardedFrom('203.0.113.1'))).toBe(8);
    expect(await ask(forwardedFrom('2001:db8:0:1::1'))).toBe(9);
    expect(await ask(forwardedFrom('2001:db8:0:1:ffff::2'))).toBe(8);
    expect(await ask(forwardedFrom('2001:db8:0:2::1'))).toBe(9);
    expect(await ask({})).toBe(9);
  });

  it('behind trusted proxies is the last one that they do not vouch for', async () => {
    api = await openEmptyApi({
      rates: { ...unlimited, requests: ten },
      senders: { trustedProxies: ['127.0.0.1', '10.0.0.0/8'], adminKey: undefined },
    });
    expect(await ask({ 'x-forwarded-for': '203.0.113.1' })).toBe(9);
    expect(await ask({ 'x-forwarded-for': '198.51.100.7, 203.0.113.1' })).toBe(8);
    expect(await ask({ 'x-forwarded-for': '198.51.100.8, 203.0.113.1, 10.1.2.3' })).toBe(7);
    expect(await ask({ 'x-forwarded-for': '203.0.113.2' })).toBe(9);
    const direct = { from: '127.0.0.2', headers: { 'x-forwarded-for': '203.0.113.1' } };
    expect(remaining((await sendFrom(api.url + typename, direct)).headers)).toBe(9);
  });
});

describe('points of a network address', () => {
  it('are what operations cost and how long they are; an operation that is too expensive does not run', async () => {
    api = await openEmptyApi({ rates: { ...unlimited, points: 1_200 } });
    const send = (query: string, from = '127.0.0.1') =>
      sendFrom(`${api.url}/graphql`, {
        ...{ from, method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ query }),
      });
    // 1 point for the text, 1 for the root field, 10 for the rows.
    const page = await send('{ states(first: 100) { nodes { id } } }');
    expect([page.status, page.headers.ratelimit]).toEqual([200, expect.stringMatching(/"points";r=188;t=\d+$/)]);
    const cached = await send('{ states(first: 100) { nodes { id } } }');
    expect([cached.status, cached.headers['x-cache'], cached.headers.ratelimit]).toEqual([200, 'hit', undefined]);
    const expensive = '{ states(first: 20) { nodes { memberships(first: 10) { totalCount } } } }';
    const refused = await send(expensive);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(JSON.parse(refused.body).errors[0].extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 200 });
    // The quota is used now, so a long document is refused before it is read.
    const long = await send(`{ broken ${' '.repeat(2_000)}`);
    expect([long.status, JSON.parse(long.body).errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect((await send('{ __typename }', '127.0.0.2')).status).toBe(200);
  });
});

describe('concurrent requests of a network address', () => {
  it('wait for each other, and other addresses do not wait for them', async () => {
    api = await openEmptyApi({ rates: { ...unlimited, concurrent: 2 } });
    const holder = await api.desk.owner.connect();
    await holder.query('BEGIN; LOCK TABLE register.agreement IN ACCESS EXCLUSIVE MODE');
    const slow = '/graphql?query={agreements{totalCount}}';
    const waits = async () => {
      const { rows } = await api.desk.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length;
    };
    const order: string[] = [];
    const sent = (name: string, path: string, from: string) =>
      sendFrom(api.url + path, { from }).then(({ status }) => order.push(`${name} ${status}`));
    const running = [sent('slow', slow, '127.0.0.1'), sent('slow', slow, '127.0.0.1')];
    while ((await waits()) < 2);
    const waiting = sent('waiting', typename, '127.0.0.1');
    await sent('other', typename, '127.0.0.2');
    expect(order).toEqual(['other 200']);
    await holder.query('ROLLBACK');
    holder.release();
    await Promise.all([...running, waiting]);
    expect(order.slice(1).sort()).toEqual(['slow 200', 'slow 200', 'waiting 200']);
  });
});

describe('API processes on one database', () => {
  it('share what clients use', async () => {
    api = await openEmptyApi({ rates: { ...unlimited, requests: 6_000 } });
    const other = await makeServer({ ...api.settings, rates: { ...unlimited, requests: 6_000 } }, makeLog('fatal'));
    try {
      const otherUrl = await other.app.listen({ port: 0, host: '127.0.0.1' });
      const send = async (url: string) => remaining((await sendFrom(url + typename, { from: '127.0.0.1' })).headers);
      // Of 1,000 requests, the other process has answered `tries` itself. It must also count those of the first one.
      for (let tries = 1; (await send(otherUrl)) >= 1_000 - tries - 50; tries += 1) {
        await Promise.all(Array.from({ length: 30 }, () => send(api.url)));
        await sleep(50);
      }
    } finally {
      await other.close();
    }
  });
});
