import { newId } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { type Api, openApi, publicSchema } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { markedFacts } from '../support/marked-facts.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await publish([api.people.EDITOR, api.people.ADMIN], markedFacts('shown').operations);
}, 300_000);
afterAll(() => api.close());

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const aDate = 'A Date must be a calendar day in the format YYYY-MM-DD, such as 2019-09-02.';
const aMoment = 'A DateTime must be an ISO 8601 time with a time zone, such as 2019-09-02T12:00:00Z.';

interface InvalidInput {
  readonly what: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly message: string;
}

const byVariable = (type: string, value: unknown, field: string) => ({
  query: `query ($it: ${type}) { ${field} }`,
  variables: { it: value },
});
const states = (args: string) => `states(${args}) { nodes { id } }`;
const signed = 'agreements(filter: { signed: { possible: { from: $it } } }) { totalCount }';

const invalidInputs: readonly InvalidInput[] = [
  ...['2019-02-30', '2019-13-01', '0000-00-00', '-0044', '+275760-09-14', '2019-09~', '2019-XX', '', 'today'].map(
    (date) => ({
      ...{ what: `the day “${date}”`, ...byVariable('Date', date, signed) },
      ...{ code: 'BAD_USER_INPUT', message: aDate },
    }),
  ),
  {
    what: 'an invalid day in the document itself',
    query: '{ agreements(filter: { signed: { certain: { to: "2019-02-30" } } }) { totalCount } }',
    ...{ code: 'GRAPHQL_VALIDATION_FAILED', message: aDate },
  },
  ...['2019-09-02', '2019-09-02T25:00:00Z', '2019-02-30T00:00:00Z', '2019-09-02T12:00:00', '0000-01-01T00:00:00Z'].map(
    (time) => ({
      ...{ what: `the moment “${time}”`, ...byVariable('DateTime', time, 'at(time: $it) { revision { number } }') },
      ...{ code: 'BAD_USER_INPUT', message: aMoment },
    }),
  ),
  ...[2 ** 31, -(2 ** 31) - 1, 2 ** 53 + 1, 1.5, '7', Number.MAX_VALUE].map((number) => ({
    ...{ what: `the number ${number}`, ...byVariable('Int', number, states('first: $it')) },
    ...{ code: 'BAD_USER_INPUT', message: 'Int cannot represent' },
  })),
  {
    what: 'an unknown order',
    ...byVariable('StateOrder', 'POPULATION_ASC', states('orderBy: $it')),
    ...{ code: 'BAD_USER_INPUT', message: 'Value "POPULATION_ASC" does not exist in "StateOrder" enum.' },
  },
  {
    what: 'an unknown code scheme',
    query: '{ state(code: "IRN", scheme: FIFA) { id } }',
    ...{ code: 'GRAPHQL_VALIDATION_FAILED', message: 'Value "FIFA" does not exist in "CodeScheme" enum.' },
  },
  {
    what: 'an unknown filter',
    ...byVariable('StateFilter', { population: { gt: 5 } }, states('filter: $it')),
    ...{ code: 'BAD_USER_INPUT', message: 'Field "population" is not defined by type "StateFilter".' },
  },
  {
    what: 'a list within a list',
    ...byVariable('[ID!]', [['a']], states('filter: { id: { in: $it } }')),
    ...{ code: 'BAD_USER_INPUT', message: 'ID cannot represent value' },
  },
  {
    what: 'null in a list that allows no null',
    ...byVariable('[ID!]', [null], states('filter: { id: { in: $it } }')),
    ...{ code: 'BAD_USER_INPUT', message: 'Expected non-nullable type "ID!" not to be null.' },
  },
  {
    what: 'a missing argument',
    query: '{ node { id } }',
    ...{ code: 'GRAPHQL_VALIDATION_FAILED', message: 'argument "id" of type "ID!" is required' },
  },
  {
    what: 'a page with first and last',
    query: `{ ${states('first: 1, last: 1')} }`,
    ...{ code: 'BAD_USER_INPUT', message: 'Both first and last are given. Give only one of them.' },
  },
  {
    what: 'a past register without revision or time',
    query: '{ at { revision { number } } }',
    ...{ code: 'BAD_USER_INPUT', message: 'Neither revision nor time is given. Give exactly one of them' },
  },
  {
    what: 'a past register with both revision and time',
    query: '{ at(revision: 1, time: "2019-09-02T12:00:00Z") { revision { number } } }',
    ...{ code: 'BAD_USER_INPUT', message: 'Both revision and time are given. Give exactly one of them' },
  },
  ...['', 'nonsense', '%', 'ｗｉｄｅ', cursor({}), cursor([]), cursor([5, 'a']), cursor(null), 'W'.repeat(10_000)].map(
    (after) => ({
      ...{ what: `the cursor “${after.slice(0, 20)}”`, ...byVariable('String', after, states('after: $it')) },
      ...{ code: 'BAD_CURSOR', message: 'This is not a cursor of this register.' },
    }),
  ),
  {
    what: 'a cursor of another order',
    ...byVariable('String', cursor(['NAME_ASC', 'a', 'st_1']), states('after: $it')),
    ...{ code: 'BAD_CURSOR', message: 'This cursor belongs to the order NAME_ASC' },
  },
  ...[[], ['a', 'b'], [5], [{}], [null], ['a\u0000b'], ['\ud800']].map((keys) => ({
    what: `a cursor with invalid keys: ${JSON.stringify(keys)}`,
    ...byVariable('String', cursor(['ID_ASC', ...keys]), states('before: $it')),
    ...{ code: 'BAD_CURSOR', message: 'This cursor does not match its order.' },
  })),
];

describe('invalid input gets one error that says what is wrong and where', () => {
  it.each(invalidInputs)('$what', async ({ query, variables, code, message }) => {
    const { status, errors, text } = await api.ask(query, variables);
    expect(status).toBe(400);
    expect(errors).toHaveLength(1);
    const [error] = errors;
    expect(error?.extensions.code).toBe(code);
    expect(error?.message).toContain(message);
    expect((error?.path ?? error?.locations ?? []).length).toBeGreaterThan(0);
    expect(text).not.toContain('"data"');
  });
});

describe('an unknown id gives null', () => {
  it.each(['st_', 'nonsense', newId('State'), '0', '-1', 'constructor', '__proto__'])('the id “%s”', async (id) => {
    const query = 'query ($id: ID!) { node(id: $id) { id } state(id: $id) { id } }';
    const { status, data } = await api.ask(query, { id });
    expect({ status, data }).toEqual({ status: 200, data: { node: null, state: null } });
  });
});

/** Texts that are known to break software: empty, long, invalid, misleading or with special characters. */
const hostileTexts = [
  ...[
    '',
    ' ',
    '\u200b',
    'x',
    'x'.repeat(10_000),
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    'e\u0301',
    '\u00e9',
    '\u202ereversed',
  ],
  ...[
    'Z̸̢a̵l̷g̶o̶',
    '😀',
    'Irаn',
    '\u0001\u001b[31m',
    'a\r\nb',
    '<img src=x onerror=alert(1)>',
    "' OR 1=1--",
    "'; DROP TABLE register.fact; --",
  ],
  ...[
    '%_',
    '%',
    '_',
    '\\',
    '\\\\%',
    '(a+)+$',
    '& | ! <-> :*',
    '{{7*7}} $ {7*7}',
    '$1',
    '=HYPERLINK("x")',
    '../../etc/passwd',
    '__proto__',
    '{"a":1}',
    '{a,b}',
    'NULL',
    '"',
  ],
];

/**
 * Returns fields of the public endpoint that take the variable `$it`, each with its type: lookups by text, id or code,
 * and one field for each condition in the filters of root fields that takes a text or an id.
 */
function argumentFields(): { type: string; field: string; isReference?: true }[] {
  const found: { type: string; field: string; isReference?: true }[] = [
    { type: 'String!', field: 'search(text: $it) { totalCount }' },
    { type: 'ID!', field: 'node(id: $it) { id }', isReference: true },
    { type: 'String', field: 'dyad(a: { code: $it }, b: { code: $it }) { on }', isReference: true },
    { type: 'ID', field: 'dyad(a: { id: $it }, b: { id: $it }) { on }', isReference: true },
    { type: 'String', field: 'state(code: $it) { id }', isReference: true },
  ];
  for (const root of Object.values(publicSchema().getQueryType()?.getFields() ?? {})) {
    const filter = root.args.find(({ name }) => name === 'filter');
    if (!filter) continue;
    for (const leaf of Object.values((filter.type as GraphQLInputObjectType).getFields())) {
      const condition = getNamedType(leaf.type);
      if (!isInputObjectType(condition) || condition === filter.type) continue;
      for (const { name, type } of Object.values(condition.getFields())) {
        if (!['String', 'ID'].includes(getNamedType(type).name)) continue;
        found.push({
          type: String(type),
          field: `${root.name}(first: 1, filter: { ${leaf.name}: { ${name}: $it } }) { nodes { id } }`,
        });
      }
    }
  }
  return found;
}

describe('no text causes an internal error in any argument', () => {
  const all = argumentFields();

  it('there are many arguments', () => {
    expect(all.length).toBeGreaterThan(150);
  });

  it.each(hostileTexts.map((text, turn) => [JSON.stringify(text).slice(0, 40), text, turn] as const))(
    '%s',
    async (_name, text, turn) => {
      // Each text in every fifth argument, and each argument with every fifth text: all combinations would take too
      // long.
      const tested = all.filter(
        // An empty text is no reference, and is refused.
        ({ isReference }, at) => at % 5 === turn % 5 && !(isReference && text.trim() === ''),
      );
      for (let from = 0; from < tested.length; from += 14) {
        const group = tested.slice(from, from + 14);
        const variables = group.map(({ type }, at) => `$v${at}: ${type}`).join(', ');
        const fields = group.map(({ field }, at) => `a${at}: ${field.replaceAll('$it', `$v${at}`)}`).join(' ');
        const document = `query (${variables}) { ${fields} }`;
        const values = group.map(({ type }, at) => [`v${at}`, type.startsWith('[') ? [text, text] : text]);
        const answer = await api.ask(document, Object.fromEntries(values));
        if (answer.status !== 200)
          throw new Error(`${document} returned status ${answer.status}: ${answer.text.slice(0, 500)}`);
        expect(answer.text).not.toMatch(/syntax error|invalid byte|postgres|prisma/i);
      }
    },
  );
});
