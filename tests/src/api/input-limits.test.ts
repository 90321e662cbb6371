import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type Ask, type GraphqlResponse, limits, openApi } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
}, 300_000);
afterAll(() => api.close());

const endpoints: readonly (readonly [name: string, ask: () => Ask])[] = [
  ['the public endpoint', () => api.ask],
  ['the desk endpoint', () => api.as('EDITOR')],
];

function expectExceeded(
  { status, errors }: GraphqlResponse,
  { code, limit, asked }: { code: string; limit: number; asked?: number },
): void {
  expect(errors).toHaveLength(1);
  const [error] = errors;
  expect({ status, ...error?.extensions }).toEqual({ status: 400, code, limit, ...(asked ? { asked } : {}) });
  expect(error?.message).toContain(`${limit}`);
  expect((error?.path ?? error?.locations ?? []).length).toBeGreaterThan(0);
}

const byFilter = 'query ($f: StateFilter) { states(first: 1, filter: $f) { nodes { id } } }';
/** A filter with the given number of conditions. Each item of `or` counts, and the operator in it. */
const filterOf = (conditions: number) => ({
  ...(conditions % 2 === 1 ? { name: { eq: 'x' } } : {}),
  or: Array.from({ length: Math.floor(conditions / 2) }, () => ({ id: { eq: 'st_1' } })),
});
const nested = (levels: number): unknown => {
  let filter: unknown = { id: { eq: 'st_1' } };
  // The value `{ id: { eq } }` has two levels.
  for (let level = 2; level < levels; level += 1) filter = { not: filter };
  return filter;
};
const literalOf = (levels: number) =>
  `{ states(first: 1, filter: ${'{ not: '.repeat(levels - 2)}{ id: { eq: "st_1" } }${' }'.repeat(levels - 2)}) { nodes { id } } }`;

describe.each(endpoints)('%s limits filters before anything is compiled', (_name, ask) => {
  it('in their conditions', async () => {
    const max = limits.read.conditions;
    expect(await ask()(byFilter, { f: filterOf(max) })).toMatchObject({ status: 200, errors: [] });
    for (const asked of [max + 1, 1_000])
      expectExceeded(await ask()(byFilter, { f: filterOf(asked) }), { code: 'FILTER_LIMIT', limit: max, asked });
  });

  it('in the objects of their variables, which are counted first', async () => {
    // The filter itself, and two objects for each item of `or`.
    const answer = await ask()(byFilter, { f: filterOf(10_400) });
    expectExceeded(answer, { code: 'FILTER_LIMIT', limit: limits.inputObjects, asked: 1 + 2 * 5_200 });
  });

  it('in the conditions of all its fields together, also as literals', async () => {
    const max = limits.read.conditions;
    const two =
      'query ($f: StateFilter) { a: states(first: 1, filter: $f) { nodes { id } } b: states(first: 1, filter: $f) { nodes { id } } }';
    expect(await ask()(two, { f: filterOf(max / 2) })).toMatchObject({ status: 200, errors: [] });
    const passed = { code: 'FILTER_LIMIT', limit: max, asked: max + 2 };
    expectExceeded(await ask()(two, { f: filterOf(max / 2 + 1) }), passed);
    const literal = `{ states(first: 1, filter: { or: [${'{ id: { eq: "x" } } '.repeat(max / 2 + 1)}] }) { nodes { id } } }`;
    expectExceeded(await ask()(literal), passed);
  });

  it('in the values of their lists', async () => {
    const max = limits.read.listValues;
    const ids = (count: number) => ({ f: { id: { in: Array.from({ length: count }, () => 'st_1') } } });
    expect(await ask()(byFilter, ids(max))).toMatchObject({ status: 200, errors: [] });
    expectExceeded(await ask()(byFilter, ids(max + 1)), { code: 'FILTER_LIMIT', limit: max, asked: max + 1 });
  });

  it('in the levels of variables and of literals', async () => {
    const max = limits.inputDepth;
    expect(await ask()(byFilter, { f: nested(max) })).toMatchObject({ status: 200, errors: [] });
    expect(await ask()(literalOf(max))).toMatchObject({ status: 200, errors: [] });
    for (const asked of [max + 1, 2_000]) {
      const answer = await ask()(byFilter, { f: nested(asked) });
      expectExceeded(answer, { code: 'DEPTH_LIMIT', limit: max, asked });
      expect(answer.errors[0]?.path).toEqual(['$f']);
    }
    for (const asked of [max + 1, 400])
      expectExceeded(await ask()(literalOf(asked)), { code: 'DEPTH_LIMIT', limit: max, asked });
  });

  it('in the fields that fragments add up to', async () => {
    const links = [
      'memberships member',
      'partyActions actor',
      'obligationsOwed from',
      'relations from',
      'ballots state',
    ];
    const fragments = ['A', 'B', 'C', 'D', 'E'].map((name, at, all) => {
      const below = all[at + 1] ? `...${all[at + 1]}` : 'id';
      const fields = links.map((link) => {
        const [connection, end] = link.split(' ');
        return `${connection}(first: 1) { nodes { ${end} { ... on State { ${below} } } } }`;
      });
      return `fragment ${name} on State { ${fields.join(' ')} }`;
    });
    expectExceeded(await ask()(`{ states(first: 1) { nodes { ...A } } } ${fragments.join(' ')}`), {
      code: 'FIELD_LIMIT',
      limit: limits.read.fields,
    });
  });
});

it('a mutation of the desk is limited in the levels of its variables', async () => {
  const query = 'mutation ($m: Value!) { saveImportMapping(name: "deep", mapping: $m) { __typename } }';
  expectExceeded(await api.as('EDITOR')(query, { m: nested(2_000) }), {
    ...{ code: 'DEPTH_LIMIT', limit: limits.inputDepth, asked: 2_000 },
  });
});

describe('filters and orders cost points', () => {
  const nodes = '{ nodes { id } }';
  it.each([
    ['each condition', `{ states(first: 10, filter: { name: { eq: "x" }, id: { eq: "y" } }) ${nodes} }`, 2 + 2],
    [
      'a field of the identity table twice',
      `{ states(first: 10, filter: { evidenceStatus: { eq: RECORDED } }) ${nodes} }`,
      2 + 2,
    ],
    ['each item of or', `{ states(first: 10, filter: { or: [{ name: { eq: "x" } }, {}] }) ${nodes} }`, 2 + 3],
    ['an order other than by id', `{ states(first: 10, orderBy: NAME_ASC) ${nodes} }`, 2 + 1],
    [
      'ten values of a list',
      `{ states(first: 10, filter: { id: { in: [${'"x" '.repeat(25)}] } }) ${nodes} }`,
      2 + 1 + 2,
    ],
    [
      'once for every ten rows around it',
      `{ states(first: 40) { nodes { memberships(first: 1, filter: { id: { eq: "x" } }) ${nodes} } } }`,
      1 + 8 + 4,
    ],
  ])('%s', async (_what, query, points) => {
    expect((await api.ask(query)).extensions).toMatchObject({ cost: { points } });
  });
});

/** Returns the value of each cache of a metric. */
async function cacheMetric(name: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  return new Map(
    [...text.matchAll(/^(\w+)\{cache="([^"]+)"\} (\S+)$/gm)].flatMap(([, metric, cache, value]) =>
      metric === name && cache ? [[cache, Number(value)] as const] : [],
    ),
  );
}

/** Returns the sizes of the caches in docs/operating.md, by cache. */
function documentedMebibytes(): Record<string, number> {
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/operating.md'), 'utf8');
  const [, table = ''] = /\| cache \| MiB \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(docs) ?? [];
  return Object.fromEntries(
    [...table.matchAll(/^\| (.+?) \| (\d+)/gm)].flatMap(([, names = '', mebibytes]) =>
      names
        .replaceAll('`', '')
        .split(', ')
        .map((name) => [name, Number(mebibytes)]),
    ),
  );
}

it('no cache exceeds its bytes after unique documents, unique shapes of filters and long filters', async () => {
  for (let at = 0; at < 150; at += 1) {
    const answers = await Promise.all([
      api.ask(`query Unique${at} { states(first: 1) { nodes { id name } } }`),
      api.ask(byFilter, { f: { or: [...at.toString(2)].map((bit) => (bit === '1' ? { name: { eq: 'x' } } : {})) } }),
      api.ask(byFilter, { f: filterOf(60 + (at % 40)) }),
      api.ask(byFilter, { f: filterOf(5_000 + at) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400]);
  }
  const [bytes, maxBytes, entries] = [
    await cacheMetric('chancery_cache_bytes'),
    await cacheMetric('chancery_cache_max_bytes'),
    await cacheMetric('chancery_cache_entries'),
  ];
  expect([...bytes.keys()].sort()).toEqual([
    ...['desk documents', 'desk plans', 'desk statements', 'in-memory rows', 'in-memory texts', 'measure data'],
    ...['public documents', 'public plans', 'responses', 'statements', 'statistics', 'words of dates'],
  ]);
  for (const [cache, used] of bytes) expect(used).toBeLessThanOrEqual(maxBytes.get(cache) ?? 0);
  expect(documentedMebibytes()).toEqual({
    ...Object.fromEntries([...maxBytes].map(([cache, max]) => [cache, max / 1024 / 1024])),
    all: [...maxBytes.values()].reduce((sum, max) => sum + max, 0) / 1024 / 1024,
  });
  // Unique documents, and at most eight bits of shapes; none of the long filters.
  expect(entries.get('public plans')).toBeGreaterThan(150);
  expect(entries.get('public plans')).toBeLessThan(450);
  expect(bytes.get('public documents')).toBeGreaterThan(100_000);
});
