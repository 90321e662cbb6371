import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { auditServer } from 'graphql-http';
import { type Api, openApi, publicSchema, readResponse } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { createWaived } from '../support/operations.ts';

let api: Api;
let endpoint: string;
let today = '2026-11-23';

/** Publishes a state with a code that is also its name; returns the revision. */
async function merge(code: string): Promise<number> {
  const state = createWaived('State', { name: code });
  const itsCode = createWaived('ExternalCode', { of: state.fact, scheme: 'ISO_A3', value: code });
  const revision = await publish([api.people.EDITOR, api.people.ADMIN], [state, itsCode]);
  // The server learns of a merge by another process with a delay, or at once from a response that is not cached.
  await api.get('{ revision { number } }', { merged: revision });
  return revision;
}

beforeAll(async () => {
  api = await openApi({ today: () => today });
  endpoint = `${api.url}/graphql`;
  await merge('AAA');
}, 300_000);
afterAll(() => api.close());

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) =>
  fetch(endpoint, { method: 'POST', headers, body });

describe('the public endpoint follows the GraphQL over HTTP specification', () => {
  it('passes every MUST audit of graphql-http; it answers invalid documents with 400, where 200 is recommended', async () => {
    expect(process.env.NODE_ENV).toBe('production');
    const results = await auditServer({ url: endpoint, fetchFn: fetch });
    const failing = (status: string) => results.filter((result) => result.status === status).map(({ id }) => id);
    expect(results.length).toBe(61);
    expect(failing('error')).toEqual([]);
    expect(failing('notice')).toEqual([]);
    // Parsing, validation and coercion errors: clients that only check the status must not take them for data.
    expect(failing('warn')).toEqual(['572B', 'FDE2', '7B9B']);
  }, 300_000);

  it('allows introspection of the full schema', async () => {
    const { data } = await api.ask(getIntrospectionQuery({ inputValueDeprecation: true }));
    const sorted = (schema: Parameters<typeof printSchema>[0]) => printSchema(lexicographicSortSchema(schema));
    expect(sorted(buildClientSchema(data as never)) === sorted(publicSchema())).toBe(true);
  });

  it('answers GET and POST alike', async () => {
    const query = 'query ($name: String) { states(filter: { name: { eq: $name } }) { nodes { name } } }';
    const [got, posted] = [await api.get(query, { name: 'AAA' }), await api.ask(query, { name: 'AAA' })];
    expect(got.text).toBe(posted.text);
    expect(got).toMatchObject({ status: 200, data: { states: { nodes: [{ name: 'AAA' }] } } });
  });

  it('runs the operation given by operationName', async () => {
    const query = 'query One { revision { number } } query Two { states { totalCount } }';
    const named = await readResponse(await post(JSON.stringify({ query, operationName: 'Two' })));
    expect(named).toMatchObject({ status: 200, data: { states: { totalCount: 1 } } });
    const unnamed = await api.ask(query);
    expect(unnamed).toMatchObject({ status: 400, errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
    const unknown = await readResponse(await post(JSON.stringify({ query, operationName: 'Three' })));
    expect(unknown).toMatchObject({ status: 400, errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('refuses %s', async (method) => {
    const response = await fetch(endpoint, { method, body: '{}', headers: json });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(await response.json()).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'This address accepts only GET or POST requests.',
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'refuses bodies of type %s, which another site could send without a preflight request',
    async (type) => {
      const answer = await readResponse(await post('{"query":"{ __typename }"}', { 'content-type': type }));
      expect(answer).toMatchObject({ status: 415, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
      expect(answer.errors[0]?.message).toMatch(/application\/json/);
    },
  );

  it.each([
    ['an empty body', ''],
    ['a truncated body', '{"query": "{ __type'],
    ['null', 'null'],
    ['a text', '"{ __typename }"'],
    ['a list of operations', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]'],
    ['a body without a query', '{"variables":{}}'],
    ['a query that is a number', '{"query":5}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}'],
    ['variables that are a text', '{"query":"{ __typename }","variables":"{}"}'],
    ['a name that is an object', '{"query":"{ __typename }","operationName":{}}'],
    ['a persisted query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}'],
    [
      'a body that sets __proto__',
      '{"query":"{ __typename }","variables":{"__proto__":{"x":1}},"__proto__":5,"extensions":5}',
    ],
  ])('answers %s with 400 and one error', async (_what, body) => {
    const answer = await readResponse(await post(body));
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(answer.errors).toHaveLength(1);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it.each(['?query=', '?query={__typename}&query={__typename}', '?query={__typename}&variables={', ''])(
    'answers GET with %s with 400',
    async (search) => {
      const answer = await readResponse(await fetch(endpoint + search));
      expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    },
  );

  it('refuses mutations and subscriptions, by POST and by GET', async () => {
    for (const kind of ['mutation', 'subscription']) {
      const query = `${kind} { openChangeset(title: "x") { id } }`;
      for (const answer of [await api.ask(query), await api.get(query)]) {
        expect(answer).toMatchObject({
          status: 400,
          errors: [
            { message: `This endpoint has no ${kind}s. Send a query instead.`, locations: [{ line: 1, column: 1 }] },
          ],
        });
      }
    }
  });

  it('is open to pages of every site and ignores cookies', async () => {
    const preflight = await fetch(endpoint, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    const allowed = {
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers':
        'content-type, accept, if-none-match, apollo-require-preflight, x-apollo-operation-name',
      'access-control-expose-headers': 'etag, ratelimit, ratelimit-policy, retry-after',
      'access-control-max-age': '86400',
    };
    expect(Object.fromEntries(preflight.headers)).toMatchObject(allowed);
    // Programs that are not browsers leave out the headers of a preflight request.
    const bare = await fetch(endpoint, { method: 'OPTIONS' });
    expect(bare.status).toBe(204);
    expect(Object.fromEntries(bare.headers)).toMatchObject(allowed);
    const desk = await fetch(`${api.url}/desk/graphql`, { method: 'OPTIONS' });
    expect([desk.status, desk.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    const { cookie } = api.people.ADMIN;
    const query = '{ states { nodes { id name } } }';
    const known = await api.ask(query, {}, { cookie, origin: 'https://elsewhere.example' });
    expect(known.text).toBe((await api.ask(query)).text);
    for (const { headers } of [preflight, known]) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBe(null);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  it('does not reveal the software it is built with', async () => {
    for (const path of ['/graphql?query={__typename}', '/graphql', '/nowhere', '/livez', '/desk/graphql']) {
      const response = await fetch(api.url + path);
      const sent = JSON.stringify([...response.headers]) + (await response.text());
      expect(sent).not.toMatch(/apollo server|fastify|express|postgres|prisma|better-auth|node_modules/i);
    }
  });
});

describe('every response gives its revision and cost', () => {
  it.each([
    ['with rows', '{ states { nodes { name } } }', 200],
    ['with the schema', '{ __schema { queryType { name } } }', 200],
    ['with both', '{ __typename revision { number } __schema { queryType { name } } }', 200],
    ['to a syntax error', '{ states', 400],
    ['to an unknown field', '{ foo }', 400],
    ['to a page that is too large', '{ states(first: 1000) { nodes { name } } }', 400],
    ['to an invalid variable', 'query ($n: Int!) { states(first: $n) { nodes { name } } }', 400],
  ])('a response %s', async (_of, query, status) => {
    const answer = await api.ask(query);
    const revision = (await api.ask('{ revision { number } }')).data.revision as unknown as { number: number };
    expect(answer).toMatchObject({
      status,
      extensions: { revision, cost: { points: expect.any(Number), rows: expect.any(Number) } },
    });
  });

  it('rows and extensions are the same with and without introspection in the same operation', async () => {
    const rows = 'states(orderBy: NAME_ASC) { totalCount edges { cursor node { __typename id name } } }';
    const alone = await api.ask(`{ ${rows} }`);
    const beside = await api.ask(`{ ${rows} __schema { queryType { name } } }`);
    expect(beside.data.states).toEqual(alone.data.states);
    expect(beside.extensions).toEqual(alone.extensions);
  });
});

describe('responses are cached by revision and have entity tags', () => {
  const query = '{ states(orderBy: NAME_ASC) { nodes { name } } }';
  const tagOf = ({ headers }: { headers: Headers }) => headers.get('etag') ?? '';

  it('a repeated request gets the same bytes from the cache', async () => {
    const fresh = await api.get(query, { fresh: 1 });
    const cached = await api.get(query, { fresh: 1 });
    expect(cached.text).toBe(fresh.text);
    expect([fresh.headers.get('x-cache'), cached.headers.get('x-cache')]).toEqual([null, 'hit']);
    expect(tagOf(cached)).toBe(tagOf(fresh));
    expect(tagOf(fresh)).toMatch(/^"[\w-]{27}"$/);
    expect(cached.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(cached.headers.get('content-type')).toBe(fresh.headers.get('content-type'));
  });

  it('a client that has the current response gets 304 without a body', async () => {
    const etag = tagOf(await api.get(query));
    for (const tags of [etag, `W/${etag}`, `"another", ${etag}`, '*']) {
      const answer = await api.get(query, {}, { 'if-none-match': tags });
      expect(answer).toMatchObject({ status: 304, text: '' });
      expect(tagOf(answer)).toBe(etag);
    }
    expect(await api.get(query, {}, { 'if-none-match': '"another"' })).toMatchObject({ status: 200 });
  });

  it('a merge changes the tags of current responses, but not of responses on past revisions', async () => {
    const past = '{ at(revision: 1) { states { nodes { name } } } }';
    const [before, pastBefore] = [await api.get(query), await api.get(past)];
    expect(pastBefore.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(pastBefore.extensions).toMatchObject({ revision: { number: 1 } });
    const revision = await merge('BBB');
    const stale = await api.get(query, {}, { 'if-none-match': tagOf(before) });
    expect(stale).toMatchObject({ status: 200, extensions: { revision: { number: revision } } });
    expect(tagOf(stale)).not.toBe(tagOf(before));
    expect(stale.data.states).toEqual({ nodes: [{ name: 'AAA' }, { name: 'BBB' }] });
    const pastAfter = await api.get(past, {}, { 'if-none-match': tagOf(pastBefore) });
    expect(pastAfter).toMatchObject({ status: 304 });
    expect((await api.get(past)).text).toBe(pastBefore.text);
  });

  it('a response at a revision that does not exist yet is not reused once the revision exists', async () => {
    const { number } = (await api.ask('{ revision { number } }')).data.revision as unknown as { number: number };
    const query = `{ at(revision: ${number + 1}) { states { totalCount } } }`;
    expect((await api.get(query)).errors[0]?.extensions).toMatchObject({ code: 'NO_SUCH_REVISION', latest: number });
    await merge('CCC');
    expect((await api.get(query)).data).toEqual({ at: { states: { totalCount: number + 1 } } });
  });

  it('a response that depends on the day is not reused on the next day', async () => {
    const query = '{ dyad(a: { code: "AAA" }, b: { code: "BBB" }) { on } }';
    expect((await api.get(query)).data).toEqual({ dyad: { on: today } });
    today = '2026-11-24';
    expect((await api.get(query)).data).toEqual({ dyad: { on: '2026-11-24' } });
  });

  it('errors are not cached', async () => {
    const answer = await api.get('{ states(after: "nonsense") { nodes { name } } }');
    expect([answer.status, answer.headers.get('etag')]).toEqual([400, null]);
  });
});

describe('internal errors reveal nothing except an id for the log', () => {
  const query = '{ states(orderBy: NAME_DESC) { nodes { id } } }';

  it('an internal error has an id that is also logged, and no details', async () => {
    await api.desk.owner.query('ALTER TABLE register.state RENAME COLUMN name TO gone');
    try {
      const plain = await api.ask(query);
      const mixed = await api.ask(`{ states(orderBy: NAME_DESC) { nodes { id } } __schema { queryType { name } } }`);
      for (const { status, errors, text } of [plain, mixed]) {
        expect(errors).toHaveLength(1);
        const errorId = String(errors[0]?.extensions.errorId);
        expect(errors[0]?.extensions.code).toBe('INTERNAL');
        expect(errors[0]?.message).toContain(errorId);
        expect(text).not.toMatch(/column|relation|SELECT|register\.|at .*\.ts/);
        expect(api.log.find((line) => line.errorId === errorId)).toMatchObject({ err: { code: '42703' } });
        expect(status).toBe(500);
      }
    } finally {
      await api.desk.owner.query('ALTER TABLE register.state RENAME COLUMN gone TO name');
    }
    expect(await api.ask(query)).toMatchObject({ status: 200 });
  });

  it('a statement that takes too long gives TIMEOUT, and a lost connection gives RETRYABLE', async () => {
    const holder = await api.desk.owner.connect();
    await holder.query('BEGIN; LOCK TABLE register.state IN ACCESS EXCLUSIVE MODE');
    const [slow, cut] = [api.ask('{ states { totalCount } }'), api.ask('{ s: states { totalCount } }')];
    const terminate = async (): Promise<void> => {
      const { rowCount } = await api.desk.owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'chancery_reader'
         AND wait_event_type = 'Lock' ORDER BY query_start DESC LIMIT 1`,
      );
      if (rowCount === 0) await terminate();
    };
    await terminate();
    const answers = await Promise.all([slow, cut]).finally(async () => {
      await holder.query('ROLLBACK');
      holder.release();
    });
    const outcomes = answers.map(({ status, errors }) => [status, errors[0]?.extensions.code]);
    expect(outcomes.sort()).toEqual([
      [503, 'RETRYABLE'],
      [503, 'TIMEOUT'],
    ]);
    for (const { text } of answers) expect(text).not.toMatch(/statement|canceling|terminat|administrator/i);
    expect(await api.ask('{ states { totalCount } }')).toMatchObject({ status: 200 });
  });
});
