// Statistics are computed in threads: once for all who ask, a limited number at once, and without delaying readers.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { readMetric } from '../support/metrics.ts';
import { createWaived } from '../support/operations.ts';

/** So many states that their network keeps a processor busy for a while: all belong to one organization. */
const count = 200;
const league = createWaived('Organization', { name: 'League', organizationType: 'IGO_FORMAL' });
const states = Array.from({ length: count }, (_, at) => createWaived('State', { name: `State ${at}` }));

let api: Api;
beforeAll(async () => {
  api = await openApi({
    cacheBytes: 0,
    statistics: { threads: 1, waiting: 1, secondsToWait: 1, secondsToCompute: 120 },
    sendingLimits: { files: 2, secondsToMakeRoom: 0.1, secondsToRead: 1 },
  });
  const since = { edtf: '1990/..', basis: 'STATED' } as const;
  await publish(
    [api.people.EDITOR, api.people.ADMIN],
    [
      league,
      ...states,
      ...states.flatMap(({ fact }, at) => [
        createWaived('ExternalCode', { of: fact, scheme: 'COW', value: String(100 + at), validity: since }),
        createWaived('Membership', { member: fact, organization: league.fact, status: 'FULL', validity: since }),
      ]),
    ],
  );
}, 300_000);
afterAll(() => api.close());

const network = (year: number) =>
  `measureNetwork(network: MEMBERSHIPS, year: ${year}, organizations: ALL, coverage: ANY) { n ties density }`;
const matrix = (year: number) =>
  `{ measureMatrix(measure: JOINT_MEMBERSHIPS, year: ${year}, options: { organizations: ALL, coverage: ANY }) { n } }`;
const plainRead = '{ revision { number } }';
const metric = (name: string) => readMetric(api.url, name);
const computed = (kind: string) => metric(`chancery_statistics_seconds_count{kind="${kind}"}`);
const load = (state: 'waiting' | 'running') => metric(`chancery_statistics{state="${state}"}`);

async function untilLoad(state: 'waiting' | 'running', expected: number): Promise<void> {
  while ((await load(state)) !== expected) await sleep(10);
}

/** Locks the memberships, so that a computation that reads them waits for `release`. */
async function lockMemberships(): Promise<{ release: () => Promise<void> }> {
  const client: pg.PoolClient = await api.desk.owner.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE register.membership IN ACCESS EXCLUSIVE MODE');
  return {
    release: async () => {
      await client.query('COMMIT');
      client.release();
    },
  };
}

describe('readers', () => {
  it('are answered many times while one network is computed', async () => {
    let isPending = true;
    const computing = api.ask(`{ ${network(2001)} }`).finally(() => {
      isPending = false;
    });
    let answered = 0;
    while (isPending) {
      expect((await api.ask(plainRead)).errors).toEqual([]);
      if (isPending) answered += 1;
    }
    const { data, errors } = await computing;
    expect(errors).toEqual([]);
    expect(data.measureNetwork).toEqual({ n: count, ties: (count * (count - 1)) / 2, density: 1 });
    // On the event loop, the computation would let a few of them pass while it reads its data.
    expect(answered).toBeGreaterThan(50);
  });
});

describe('a statistic is computed once', () => {
  it('for requests that ask for it at the same time', async () => {
    const before = await computed('network');
    const same = ['a', 'b', 'c'].map((alias) => api.ask(`{ ${alias}: ${network(2002)} }`));
    const responses = await Promise.all(same);
    const [one, ...others] = responses.map(({ data }) => Object.values(data)[0]);
    expect(one).toMatchObject({ n: count });
    for (const other of others) expect(other).toEqual(one);
    expect(await computed('network')).toBe(before + 1);
  });

  it('for all states of a page, and once for a revision', async () => {
    const before = await computed('network');
    const centrality = (size: number) =>
      api.ask(
        `{ states(first: ${size}) { nodes { centrality(network: MEMBERSHIPS, year: 2003, organizations: ALL, coverage: ANY) { degree } } } }`,
      );
    const { data, errors } = await centrality(4);
    expect(errors).toEqual([]);
    const { nodes } = data.states as unknown as { nodes: unknown[] };
    expect(nodes).toEqual(Array.from({ length: 4 }, () => ({ centrality: { degree: 1 } })));
    await centrality(3);
    await api.ask(`{ ${network(2003)} }`);
    expect(await computed('network')).toBe(before + 1);
  });
});

describe('when threads are busy', () => {
  it('a request is refused if the queue is full or a thread is not free in time, and says when to try again', async () => {
    const lock = await lockMemberships();
    const running = api.ask(matrix(2004));
    await untilLoad('running', 1);
    const waiting = api.ask(matrix(2005));
    await untilLoad('waiting', 1);
    const refused = [await api.ask(matrix(2006)), await waiting];
    await lock.release();
    for (const { status, headers, errors } of refused) {
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(/Try again in a second/),
          path: ['measureMatrix'],
          extensions: { code: 'RETRYABLE' },
        }),
      ]);
    }
    await running;
    expect(await load('waiting')).toBe(0);
    expect(await metric('chancery_statistics_refused_total{reason="full"}')).toBe(1);
    expect(await metric('chancery_statistics_refused_total{reason="waited"}')).toBe(1);
  });

  it('a client that disconnects leaves the queue, and one that nobody waits for makes room', async () => {
    const lock = await lockMemberships();
    const before = await computed('matrix');
    const [one, other] = [new AbortController(), new AbortController()];
    const ask = (year: number, { signal }: AbortController) =>
      fetch(`${api.url}/graphql?query=${encodeURIComponent(matrix(year))}`, { signal }).catch(() => 'disconnected');
    const running = ask(2007, one);
    await untilLoad('running', 1);
    const waiting = ask(2008, other);
    await untilLoad('waiting', 1);
    other.abort();
    await untilLoad('waiting', 0);
    one.abort();
    await lock.release();
    await untilLoad('running', 0);
    expect(await Promise.all([running, waiting])).toEqual(['disconnected', 'disconnected']);
    expect(await computed('matrix')).toBe(before + 1);
    expect((await api.ask(matrix(2007))).errors).toEqual([]);
  });
});

describe('measure files', () => {
  const path = '/measures/joint-memberships?from=2010&to=2013&organizations=ALL&coverage=ANY';

  it('are sent to a client that reads, while others never read theirs', async () => {
    const { hostname, port } = new URL(api.url);
    const sockets = Array.from({ length: 4 }, (): Socket => {
      const socket = connect(Number(port), hostname);
      socket.pause();
      socket.on('error', () => undefined);
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`);
      return socket;
    });
    const closed = sockets.map((socket) => once(socket, 'close'));
    while ((await computed('filePart')) === 0) await sleep(10);
    let response = await fetch(api.url + path);
    // The others are being computed or sent: a client tries again, as the response says.
    while (response.status === 503) {
      expect(response.headers.get('retry-after')).toBe('1');
      await response.text();
      response = await fetch(api.url + path);
    }
    const lines = (await response.text()).trim().split('\n').slice(1);
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(4 * ((count * (count - 1)) / 2) + 1);
    for (const socket of sockets) socket.resume();
    await Promise.all(closed);
  });

  it('of several years consist of the files of each year', async () => {
    const rowsOf = async (years: string): Promise<unknown[]> => {
      const response = await fetch(
        `${api.url}/measures/joint-memberships?${years}&organizations=ALL&coverage=ANY&format=json`,
      );
      return ((await response.json()) as { rows: unknown[] }).rows;
    };
    const [none, one, other] = [await rowsOf('year=1989'), await rowsOf('year=1990'), await rowsOf('year=1991')];
    expect([none.length, one.length]).toEqual([0, (count * (count - 1)) / 2]);
    expect(await rowsOf('from=1989&to=1991')).toEqual([...none, ...one, ...other]);
  });

  it('answer HEAD with the headers of GET, without computing anything', async () => {
    const address = `${api.url}/measures/joint-memberships?year=2014&organizations=ALL&coverage=ANY`;
    const before = await computed('filePart');
    const head = await fetch(address, { method: 'HEAD' });
    expect(await computed('filePart')).toBe(before);
    const get = await fetch(address);
    await get.text();
    expect(await computed('filePart')).toBe(before + 1);
    for (const name of ['etag', 'content-type', 'cache-control', 'access-control-allow-origin'])
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    const etag = head.headers.get('etag') ?? '';
    const unchanged = await fetch(address, { method: 'HEAD', headers: { 'if-none-match': etag } });
    expect([head.status, get.status, unchanged.status]).toEqual([200, 200, 304]);
    expect((await fetch(`${api.url}/measures/love?year=2014`, { method: 'HEAD' })).status).toBe(400);
  });
});

it('a computation that takes too long ends with an error, and its thread is replaced', async () => {
  const hasty = await openApi({ statistics: { threads: 1, secondsToCompute: 0.5 } });
  const client = await hasty.desk.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE register.coverage IN ACCESS EXCLUSIVE MODE');
    const { status, errors } = await hasty.ask(matrix(2001));
    await client.query('COMMIT');
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([503, ['TIMEOUT']]);
    expect(await readMetric(hasty.url, 'chancery_statistics_refused_total{reason="timeout"}')).toBe(1);
    expect((await hasty.ask(matrix(2001))).errors).toEqual([]);
  } finally {
    client.release();
    await hasty.close();
  }
});
