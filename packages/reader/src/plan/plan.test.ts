import { describe, expect, it } from '@jest/globals';
import { getOperationAST, getVariableValues, parse } from 'graphql';
import { buildRegisterSchema, costOf, largestConnectionOf } from '../index.ts';
import { coerceArguments, shapeKey } from './arguments.ts';
import { prepareDocument } from './document.ts';
import { compilePlan } from './plan.ts';
import { checkDirectiveVariables, checkPastReads, readCursors } from './request-checks.ts';

const schema = buildRegisterSchema('public');

function read(source: string) {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('the document has no operation');
  return prepareDocument(schema, document, operation);
}

/** Compiles an operation with the given variables. Returns its plan, shape key, arguments and cost. */
function compile(source: string, given: Record<string, unknown> = {}, document = read(source)) {
  const { coerced: variables, errors } = getVariableValues(schema, document.operation.variableDefinitions ?? [], given);
  if (!variables) throw new Error(String(errors));
  const coerced = coerceArguments(document, variables);
  const plan = compilePlan(schema, document, variables, coerced);
  const args = coerced.values;
  return {
    document,
    plan,
    args,
    shape: shapeKey(document, coerced, variables),
    cost: costOf(plan, args),
    largestConnection: largestConnectionOf(plan, args),
  };
}

describe('the shape of variables', () => {
  const source =
    'query ($f: StateFilter, $o: StateOrder, $n: Int, $a: String, $s: Boolean = false) { states(first: $n, after: $a, filter: $f, orderBy: $o) { nodes { name @skip(if: $s) } } }';
  const document = read(source);
  const withVariables = (given: Record<string, unknown>) => compile(source, given, document);

  it('is the same for values that give the same statement', () => {
    const pairs = [
      [{ n: 5 }, { n: 50 }],
      [{ f: { name: { eq: 'a' } } }, { f: { name: { eq: 'b' } } }],
      [{ f: { name: { in: ['a'] } } }, { f: { name: { in: ['b', 'c'] } } }],
    ] as const;
    for (const [one, other] of pairs) {
      expect(withVariables(one).shape).toBe(withVariables(other).shape);
      expect(withVariables(one).plan.text).toBe(withVariables(other).plan.text);
    }
  });

  it('differs if the statement differs', () => {
    const variants = [
      {},
      { o: 'NAME_ASC' },
      { o: 'NAME_DESC' },
      { s: true },
      { a: 'x' },
      { f: { name: { eq: 'a' } } },
      { f: { name: { isNull: true } } },
      { f: { or: [] } },
      { f: { or: [{ name: { eq: 'a' } }] } },
      { f: { or: [{ name: { eq: 'a' } }, { name: { eq: 'b' } }] } },
      { f: { and: [{ name: { eq: 'a' } }] } },
      { f: { not: { name: { eq: 'a' } } } },
      { f: { validity: { possible: {} } } },
      { f: { validity: { certain: {} } } },
    ].map(withVariables);
    const texts = new Map<string, string>();
    for (const { shape, plan } of variants)
      expect(texts.get(shape) ?? plan.text).toBe(texts.set(shape, plan.text) && plan.text);
    expect(texts.size).toBe(variants.length);
  });

  it('distinguishes a null order from the default, but not an omitted directive variable from its default', () => {
    expect(withVariables({ s: false }).shape).toBe(withVariables({}).shape);
    expect(withVariables({ o: null }).shape).not.toBe(withVariables({ o: 'ID_ASC' }).shape);
  });
});

describe('the cost of an operation', () => {
  it('is a point per root field and per ten rows, and ten per count, search and dyad', () => {
    const cost = (source: string) => compile(source).cost;
    expect(cost('{ state(code: "RUS") { name } }')).toEqual({ rows: 0, points: 1 });
    expect(cost('{ states { nodes { id } } }')).toEqual({ rows: 25, points: 1 + 3 });
    expect(cost('{ states(first: 10) { totalCount nodes { id } } }')).toEqual({ rows: 10, points: 1 + 10 + 1 });
    expect(cost('{ states(last: 10) { nodes { memberships(first: 5) { nodes { id } } } } }')).toEqual({
      rows: 60,
      points: 1 + 6,
    });
    expect(cost('{ states(first: 4) { nodes { memberships(first: 1) { totalCount } } } }')).toEqual({
      rows: 8,
      points: 1 + 1 + 40,
    });
    expect(cost('{ search(text: "a", first: 10) { nodes { id } } dyad(a: {}, b: {}) { on } }')).toEqual({
      rows: 10,
      points: 2 + 1 + 20,
    });
  });

  it('counts a page that several types of an interface share once', () => {
    const { cost } = compile('{ memberships(first: 2) { nodes { member { names(first: 5) { nodes { id } } } } } }');
    expect(cost.rows).toBe(2 + 10);
  });

  it('names the connection with the most rows, its page size and the product of those around it', () => {
    expect(
      compile('{ states(first: 20) { nodes { memberships(first: 50) { nodes { id } } } } people { nodes { id } } }')
        .largestConnection,
    ).toEqual({
      ...{ path: ['states', 'nodes', 'memberships'], rows: 1_000, size: 50, outerRows: 20 },
    });
  });
});

describe('a client error', () => {
  const errorOf = (source: string, given: Record<string, unknown> = {}) => {
    const { plan, args, document } = compile(source, given);
    try {
      checkDirectiveVariables(document, given);
      checkPastReads(plan, args);
      readCursors(plan, args);
      return undefined;
    } catch (error) {
      return error;
    }
  };

  it('is raised for a page of no rows, of too many, or from both ends', () => {
    for (const size of [0, -1, 101]) {
      expect(errorOf(`{ a: states(first: ${size}) { nodes { id } } }`)).toMatchObject({
        code: 'PAGE_SIZE',
        path: ['a'],
        details: { limit: 100, asked: size },
      });
      expect(errorOf(`{ states(last: ${size}) { totalCount } }`)).toMatchObject({ code: 'PAGE_SIZE' });
    }
    expect(errorOf('{ states(first: 1, last: 1) { nodes { id } } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['states'],
    });
    for (const valid of ['first: 1', 'last: 100', 'first: 5, last: null'])
      expect(errorOf(`{ states(${valid}) { nodes { id } } }`)).toBeUndefined();
  });

  it('is raised for a past register with neither revision nor time, or with both', () => {
    const at = (args: string) => errorOf(`{ at${args} { states { totalCount } } }`);
    expect(at('')).toMatchObject({ code: 'BAD_USER_INPUT', path: ['at'] });
    expect(at('(revision: 1, time: "2020-01-01T00:00:00Z")')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect([at('(revision: 1)'), at('(time: "2020-01-01T00:00:00Z")')]).toEqual([undefined, undefined]);
  });

  it('is raised for an invalid cursor, with the argument in its path', () => {
    expect(errorOf('{ states { nodes { memberships(before: "?") { nodes { id } } } } }')).toMatchObject({
      code: 'BAD_CURSOR',
      path: ['states', 'nodes', 'memberships', 'before'],
    });
  });

  it('is raised for a null variable of a directive', () => {
    expect(errorOf('query ($s: Boolean = true) { states { totalCount @include(if: $s) } }', { s: null })).toMatchObject(
      { code: 'BAD_USER_INPUT' },
    );
  });
});
