import { maxPageSize } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type GraphqlResponse, limits, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { createWaived } from '../support/operations.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  // A past revision can only be read if there is one.
  await publish([api.people.EDITOR, api.people.ADMIN], [createWaived('State', { name: 'Nowhere' })]);
}, 300_000);
afterAll(() => api.close());

/**
 * Returns a selection set of an agreement or a party action that counts as `levels` levels deep. It has more levels,
 * but those that paging adds do not count.
 */
function nested(levels: number, within: 'agreement' | 'action' = 'agreement'): string {
  if (levels === 1) return 'id';
  return within === 'agreement'
    ? `partyActions(first: 1) { edges { node { ${nested(levels - 1, 'action')} } } pageInfo { endCursor } }`
    : `agreement { ${nested(levels - 1)} }`;
}
const ofDepth = (levels: number) => `{ at(revision: 1) { agreements(first: 1) { nodes { ${nested(levels - 1)} } } } }`;
const introspectionOfDepth = (levels: number) =>
  `{ __schema { types { fields { type { ${'ofType { '.repeat(levels - 5)} name ${'}'.repeat(levels - 5)} } } } } }`;
const aliased = (count: number, plain = 0) =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: __typename`).join(' ')} ${'__typename '.repeat(plain)} }`;
const directed = (count: number) => `{ revision { ${'number @include(if: true) '.repeat(count)} } }`;
const ofTokens = (count: number) =>
  `{ states(filter: { id: { in: [${'"st" '.repeat(count - 23)}] } }) { nodes { id } } }`;
/** Returns a query with two root fields whose pages can hold `rows` rows, 9,900 of them in the first field. */
const ofRows = (rows: number) =>
  `{ states(first: 99) { nodes { memberships(first: 99) { nodes { id } } } } organizations(first: ${rows - 9_900}) { nodes { id } } }`;

interface ExceededLimit {
  readonly code: string;
  readonly limit: number;
  readonly asked: number;
}

function expectExceeded({ status, errors }: GraphqlResponse, { code, limit, asked }: ExceededLimit): void {
  expect(errors).toHaveLength(1);
  const [error] = errors;
  expect({ status, ...error?.extensions }).toEqual({ status: 400, code, limit, asked });
  expect(error?.message).toContain(`${limit}`);
  expect((error?.path ?? error?.locations ?? []).length).toBeGreaterThan(0);
}

describe('an operation at a limit is answered, and one beyond it gets an error that names the limit', () => {
  it('depth, without the levels that paging adds', async () => {
    expect(await api.ask(ofDepth(limits.depth))).toMatchObject({ status: 200, errors: [] });
    const answer = await api.ask(ofDepth(limits.depth + 1));
    expectExceeded(answer, { code: 'DEPTH_LIMIT', limit: limits.depth, asked: limits.depth + 1 });
    expect(answer.errors[0]?.path?.at(-1)).toBe('id');
  });

  it('depth, including the levels of fragments', async () => {
    const ofFragments = (levels: number) =>
      `{ ...A } fragment A on Query { agreements(first: 1) { nodes { ...B } } } fragment B on Agreement { ${nested(levels - 1)} }`;
    expect(await api.ask(ofFragments(limits.depth))).toMatchObject({ status: 200, errors: [] });
    const passed = { code: 'DEPTH_LIMIT', limit: limits.depth, asked: limits.depth + 1 };
    expectExceeded(await api.ask(ofFragments(limits.depth + 1)), passed);
  });

  it('depth of introspection', async () => {
    const max = limits.introspectionDepth;
    expect(await api.ask(introspectionOfDepth(max))).toMatchObject({ status: 200, errors: [] });
    expectExceeded(await api.ask(introspectionOfDepth(max + 1)), { code: 'DEPTH_LIMIT', limit: max, asked: max + 1 });
  });

  it('aliases and root fields', async () => {
    const half = limits.aliases / 2;
    expect(await api.ask(aliased(half))).toMatchObject({ status: 200, errors: [] });
    const passed = { code: 'ALIAS_LIMIT', limit: limits.aliases, asked: limits.aliases + 1 };
    expectExceeded(await api.ask(aliased(half, 1)), passed);
    const below = Array.from({ length: limits.aliases }, (_, at) => `a${at}: number`).join(' ');
    expectExceeded(await api.ask(`{ revision { ${below} } }`), passed);
  });

  it('directives', async () => {
    expect(await api.ask(directed(limits.directives))).toMatchObject({ status: 200, errors: [] });
    expectExceeded(await api.ask(directed(limits.directives + 1)), {
      ...{ code: 'DIRECTIVE_LIMIT', limit: limits.directives, asked: limits.directives + 1 },
    });
  });

  it('tokens', async () => {
    expect(await api.ask(ofTokens(limits.tokens))).toMatchObject({ status: 200, errors: [] });
    const { status, errors } = await api.ask(ofTokens(limits.tokens + 1));
    expect({ status, errors }).toEqual({
      status: 400,
      errors: [
        {
          message: `The document has more than ${limits.tokens} tokens. Split it into several documents.`,
          locations: [{ line: 1, column: expect.any(Number) }],
          extensions: { code: 'TOKEN_LIMIT', limit: limits.tokens },
        },
      ],
    });
  });

  it.each(['first', 'last'])('page size by %s, as a literal, as a variable, and far below the root', async (side) => {
    const variable = `query ($size: Int) { states(${side}: $size) { nodes { id } } }`;
    const deep = `query ($size: Int) { states(first: 1) { nodes { held: memberships(${side}: $size) { nodes { id } } } } }`;
    for (const size of [1, maxPageSize]) {
      expect(await api.ask(`{ states(${side}: ${size}) { nodes { id } } }`)).toMatchObject({ status: 200 });
      expect(await api.ask(variable, { size })).toMatchObject({ status: 200, errors: [] });
      expect(await api.ask(deep, { size })).toMatchObject({ status: 200, errors: [] });
    }
    for (const size of [-(2 ** 31), -1, 0, maxPageSize + 1, 2 ** 31 - 1]) {
      const passed = { code: 'PAGE_SIZE', limit: maxPageSize, asked: size };
      expectExceeded(await api.ask(`{ states(${side}: ${size}) { nodes { id } } }`), passed);
      expectExceeded(await api.ask(variable, { size }), passed);
      const answer = await api.ask(deep, { size });
      expectExceeded(answer, passed);
      expect(answer.errors[0]?.path).toEqual(['states', 'nodes', 'held']);
    }
  });

  it('points, which count rows of pages, root fields, totals, searches and dyads', async () => {
    const within = await api.ask(ofRows(9_980));
    expect(within).toMatchObject({ status: 200, errors: [], extensions: { cost: { points: 1_000, rows: 9_980 } } });
    const answer = await api.ask(ofRows(9_981));
    expectExceeded(answer, { code: 'COST_LIMIT', limit: limits.points, asked: 1_001 });
    expect(answer.errors[0]?.path).toEqual(['states', 'nodes', 'memberships']);
    expect(answer.extensions).toMatchObject({ cost: { points: 1_001, rows: 9_981 } });
  });

  it('rows', async () => {
    expect((await api.ask(ofRows(limits.rows))).errors[0]?.extensions.code).toBe('COST_LIMIT');
    expectExceeded(await api.ask(ofRows(limits.rows)), { code: 'COST_LIMIT', limit: limits.points, asked: 1_002 });
    const beyond = ofRows(limits.rows).replace('memberships(first: 99)', 'memberships(first: 100)');
    const answer = await api.ask(beyond);
    expectExceeded(answer, { code: 'ROWS_LIMIT', limit: limits.rows, asked: 99 + 9_900 + 100 });
  });

  it('the page size in the message is the largest that fits', async () => {
    const query =
      'query ($size: Int) { states(first: 100) { nodes { memberships(first: $size) { nodes { id } } } } organizations(first: 50) { nodes { id } } }';
    const { errors } = await api.ask(query, { size: 100 });
    const fits = Number(/pages of (\d+) would fit/.exec(errors[0]?.message ?? '')?.[1]);
    const codesAt = async (size: number) =>
      (await api.ask(query, { size })).errors.map(({ extensions }) => extensions.code);
    expect(await codesAt(fits + 1)).toEqual(['ROWS_LIMIT']);
    expect(await codesAt(fits)).not.toContain('ROWS_LIMIT');
  });

  it('body size, with and without a content-length header', async () => {
    const ofBytes = (bytes: number) => {
      const body = JSON.stringify({ query: '{ __typename }', variables: { filler: '' } });
      return body.replace(
        '""',
        `"${'é'.repeat(Math.floor((bytes - body.length) / 2))}${bytes % 2 === body.length % 2 ? '' : 'x'}"`,
      );
    };
    const max = limits.body.public;
    for (const [bytes, status] of [
      [max, 200],
      [max + 1, 413],
    ] as const) {
      const whole = Buffer.from(ofBytes(bytes));
      expect(whole.length).toBe(bytes);
      const pieces = new ReadableStream({
        start(stream) {
          for (let from = 0; from < bytes; from += 50_000) stream.enqueue(whole.subarray(from, from + 50_000));
          stream.close();
        },
      });
      for (const body of [whole, pieces]) {
        const init: RequestInit & { duplex: 'half' } = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          duplex: 'half',
        };
        const response = await fetch(`${api.url}/graphql`, init);
        expect(response.status).toBe(status);
        const answer = JSON.parse(await response.text());
        if (status === 413) expect(answer.errors[0].extensions).toEqual({ code: 'BODY_LIMIT', limit: max });
      }
    }
  });
});

describe('the cost of an operation is computed before it runs', () => {
  it.each([
    ['{ revision { number } }', 1, 0],
    ['{ states { nodes { id } } }', 4, 25],
    ['{ states(first: 100) { totalCount } }', 1 + 10 + 10, 100],
    ['{ states(first: 10) { nodes { memberships(first: 10) { nodes { id } } } } }', 1 + 11, 110],
    ['{ states(first: 2) { nodes { memberships(first: 10) { totalCount } } } }', 1 + 2 * 10 + 3, 22],
    ['{ search(text: "iran", first: 10) { nodes { label } } }', 1 + 10 + 1, 10],
    ['{ dyad(a: { code: "RUS" }, b: { code: "IRN" }) { events(first: 10) { nodes { id } } } }', 1 + 10 + 1, 10],
    ['{ __schema { queryType { name } } }', 0, 0],
  ])('%s', async (query, points, rows) => {
    expect((await api.ask(query)).extensions).toMatchObject({ cost: { points, rows } });
  });

  it('from the values of its variables and their defaults', async () => {
    const query = 'query ($size: Int = 50) { states(first: $size) { nodes { id } } }';
    expect((await api.ask(query)).extensions).toMatchObject({ cost: { rows: 50 } });
    expect((await api.ask(query, { size: 7 })).extensions).toMatchObject({ cost: { rows: 7 } });
    expect((await api.ask(query, { size: null })).extensions).toMatchObject({ cost: { rows: 25 } });
  });

  it('an operation that is too expensive runs no statement', async () => {
    const before = api.log.length;
    await api.ask(ofRows(9_999));
    const line = api.log.slice(before).find(({ msg }) => msg === 'operation');
    expect(line).toMatchObject({ sql: 0, outcome: 'COST_LIMIT', cost: 1_002 });
  });
});

it('a document that selects a field 1,900 times is refused with a message that says so', async () => {
  const { status, errors } = await api.ask(`{ revision { ${'number '.repeat(1_900)} } }`);
  expect(status).toBe(400);
  expect(errors[0]?.message).toMatch(/^The document selects the same field too many times\./);
});

it('a response lists at most 101 errors', async () => {
  const { status, errors } = await api.ask(
    `{ revision { ${Array.from({ length: 400 }, (_, at) => `x${at}`).join(' ')} } }`,
  );
  expect(status).toBe(400);
  expect(errors.length).toBeLessThanOrEqual(101);
  const many = await api.ask('query ($ids: [ID!]) { states(filter: { id: { in: $ids } }) { nodes { id } } }', {
    ids: Array.from({ length: 400 }, () => ({})),
  });
  expect(many.status).toBe(400);
  expect(many.errors.length).toBeLessThanOrEqual(101);
});
