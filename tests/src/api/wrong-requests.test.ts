// Wrong requests to the public endpoint, each with its status, its code and what its message must say.
import { newId } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, openApi, readResponse } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { createWaived } from '../support/operations.ts';

const [iran, russia, nato, treaty] = [newId('State'), newId('State'), newId('Organization'), newId('Agreement')];
const code = (of: string, scheme: string, value: string) => createWaived('ExternalCode', { of, scheme, value });

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await publish(
    [api.people.EDITOR, api.people.ADMIN],
    [
      createWaived('State', { name: 'Iran' }, iran),
      createWaived('State', { name: 'Russia' }, russia),
      createWaived(
        'Organization',
        { name: 'North Atlantic Treaty Organization', organizationType: 'IGO_FORMAL' },
        nato,
      ),
      createWaived('Agreement', { title: 'Treaty of Friendship' }, treaty),
      ...[code(iran, 'ISO_A3', 'IRN'), code(iran, 'COW', '630'), code(russia, 'ISO_A3', 'RUS')],
      code(nato, 'ABBREVIATION', 'NATO'),
    ],
  );
  await api.ask('{ revision { number } }');
}, 300_000);
afterAll(() => api.close());

type Row = readonly [what: string, query: string, message: RegExp, code?: string];

const neither = /^Neither id nor code is given/;
const references: readonly Row[] = [
  ['a state without arguments', '{ state { id } }', neither],
  ['an organization without arguments', '{ organization { id } }', neither],
  ['a state with null for both', '{ state(id: null, code: null) { id } }', neither],
  ['a state with a scheme alone', '{ state(scheme: COW) { id } }', neither],
  ['a state with a day alone', '{ state(on: "2019-09-02") { id } }', neither],
  ['an empty side of a dyad', '{ dyad(a: {}, b: { code: "IRN" }) { on } }', /for a\. Give/],
  ['the other side', '{ dyad(a: { code: "IRN" }, b: {}) { on } }', /for b\. Give/],
  ['a side with null', '{ dyad(a: { code: "IRN" }, b: { id: null }) { on } }', /for b\. Give/],
  ['a state of the past without arguments', '{ at(revision: 1) { state { id } } }', neither],
  ['a party status of nobody', '{ agreements { nodes { partyStatus } } }', /for of\. Give/],
  ['a party status of an empty reference', '{ agreements { nodes { partyStatus(of: {}) } } }', /for of\. Give/],
  ['an empty code', '{ state(code: "") { id } }', /^The code is empty/],
  ['an empty id', '{ state(id: " ") { id } }', /^The id is empty/],
  ['an empty id of a node', '{ node(id: "") { id } }', /^The id is empty/],
  ['an empty code of a side', '{ dyad(a: { code: " " }, b: { code: "IRN" }) { on } }', /^The code is empty/],
  [
    'the id of an organization',
    `{ state(id: "${nato}") { id } }`,
    /type Organization, .*only State.*field organization/,
  ],
  ['the id of a state', `{ organization(id: "${iran}") { id } }`, /type State, .*only Organization/],
  ['the id of a state for an agreement', `{ agreement(id: "${iran}") { id } }`, /only Agreement/],
  [
    'the id of an agreement',
    `{ dyad(a: { id: "${treaty}" }, b: { code: "IRN" }) { on } }`,
    /only State or Organization/,
  ],
  ['the id of a treaty as party', `{ agreements { nodes { partyStatus(of: { id: "${treaty}" }) } } }`, /only State or/],
  ['an id and a code of two states', `{ state(id: "${iran}", code: "RUS") { id } }`, /Iran .* has the id, and Russia/],
  ['an id with a code that nobody has', `{ state(id: "${iran}", code: "ZZZ") { id } }`, /no fact has the code ZZZ/],
  ['a code with an id that nobody has', `{ state(id: "${newId('State')}", code: "IRN") { id } }`, /no fact has the id/],
  ['both in a dyad', `{ dyad(a: { id: "${iran}", code: "RUS" }, b: { code: "IRN" }) { on } }`, /name two facts/],
  ['both in the past', `{ at(revision: 1) { state(id: "${iran}", code: "RUS") { id } } }`, /name two facts/],
  ['the code of an organization', '{ state(code: "NATO", scheme: ABBREVIATION) { id } }', /Use the field organization/],
  ['the same without a scheme', '{ state(code: "NATO") { id } }', /scheme: ABBREVIATION\. Use the field organization/],
  ['the code of a state', '{ organization(code: "IRN", scheme: ISO_A3) { id } }', /Iran .* Use the field state/],
  ['a number of another scheme', '{ state(code: "630") { id } }', /Iran .* in the scheme COW: give scheme: COW/],
  [
    'an abbreviation in a dyad',
    '{ dyad(a: { code: "NATO" }, b: { code: "IRN" }) { on } }',
    /give scheme: ABBREVIATION/,
  ],
  ['beside a statistic', '{ measures { name } state(code: "NATO") { id } }', /scheme: ABBREVIATION/],
];

const span = (name: string, condition: string) => `{ agreements(filter: { ${name}: ${condition} }) { totalCount } }`;
const reversed = '{ from: "2019-02-01", to: "2019-01-01" }';
const spans: readonly Row[] = [
  ['a reversed span', span('signed', `{ possible: ${reversed} }`), /filter\.signed\.possible ends \(to: 2019-01-01\)/],
  ['one that must contain', span('signed', `{ certain: ${reversed} }`), /filter\.signed\.certain ends/],
  ['one in a negation', span('not', `{ signed: { possible: ${reversed} } }`), /filter\.not\.signed\.possible/],
  ['one in a list', span('or', `[{}, { signed: { certain: ${reversed} } }]`), /filter\.or\[1\]\.signed\.certain/],
  ['one of a spell', `{ memberships(filter: { validity: { possible: ${reversed} } }) { totalCount } }`, /validity/],
  ['one in the past', `{ at(revision: 1) { ${span('signed', `{ certain: ${reversed} }`).slice(2, -2)} } }`, /ends/],
  [
    'one in a link',
    `{ states { nodes { memberships(filter: { validity: { certain: ${reversed} } }) { totalCount } } } }`,
    /ends/,
  ],
];

const missing = 'NO_SUCH_REVISION';
const revisions: readonly Row[] = [
  [
    'a revision after the latest',
    '{ at(revision: 99) { revision { number } } }',
    /no revision 99: the latest is 1/,
    missing,
  ],
  ['the largest number', '{ at(revision: 2147483647) { revision { number } } }', /the latest is 1/, missing],
  ['revision 0', '{ at(revision: 0) { revision { number } } }', /numbered from 1/, missing],
  ['a negative revision', '{ at(revision: -1) { revision { number } } }', /numbered from 1/, missing],
  [
    'a time before the first',
    '{ at(time: "1999-01-01T00:00:00Z") { revision { number } } }',
    /No revision had/,
    missing,
  ],
  ['beside the head', '{ at(revision: 7) { revision { number } } states { totalCount } }', /no revision 7/, missing],
  ['beside a statistic', '{ at(revision: 7) { revision { number } } measures { name } }', /no revision 7/, missing],
  ['changes since the future', '{ changes(since: 2) { totalCount } }', /latest revision here is 1/, missing],
  ['changes since a negative revision', '{ changes(since: -1) { totalCount } }', /Give 0 for all changes/],
  [
    'changes since a revision after the one that is read',
    '{ at(revision: 1) { changes(since: 2) { totalCount } } }',
    /here is 1/,
    missing,
  ],
];

const aliased = (count: number, field: string) =>
  Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ');
const costs: readonly Row[] = [
  [
    'counts in a page',
    '{ states(first: 100) { nodes { memberships(first: 1) { totalCount } codes(first: 1) { nodes { id } } } } }',
    /most expensive part is states\.nodes\.memberships\.totalCount with 1000 points: 10, for each of up to 100 rows/,
    'COST_LIMIT',
  ],
  [
    'statistics of all states',
    '{ states(first: 20) { nodes { partners(measure: VOTES_S, year: 2014) { n } } } }',
    /states\.nodes\.partners with 2000 points: the price of the statistic, for each of up to 20 rows/,
    'COST_LIMIT',
  ],
  [
    'networks',
    `{ states(first: 100) { nodes { id } } ${aliased(2, 'measureNetwork(network: MEMBERSHIPS, year: 2010) { n }')} }`,
    /most expensive part is a0 with 800 points/,
    'COST_LIMIT',
  ],
  [
    'conditions of filters',
    `{ states(first: 100) { nodes { memberships(first: 1, filter: { or: [${'{ status: { eq: FULL } },'.repeat(49)}] }) { nodes { id } } } } ${aliased(5, 'search(text: "a") { totalCount }')} }`,
    /states\.nodes\.memberships with \d+ points: \d+ of them for its filter and order/,
    'COST_LIMIT',
  ],
  [
    'rows',
    '{ states(first: 100) { totalCount nodes { memberships(first: 98) { nodes { id } } } } }',
    /The largest part is states\.nodes\.memberships with 9800 rows: pages of \d+ would fit/,
    'COST_LIMIT',
  ],
];

describe('a wrong request gets status 400, one typed error with its place, and a message that says what to do', () => {
  it.each([...references, ...spans, ...revisions, ...costs])(
    '%s',
    async (_what, query, message, expected = 'BAD_USER_INPUT') => {
      for (const ask of [api.ask, api.as('EDITOR')]) {
        const { status, errors, text } = await ask(query);
        expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, [expected]]);
        expect(errors[0]?.message).toMatch(message);
        expect((errors[0]?.path ?? errors[0]?.locations ?? []).length).toBeGreaterThan(0);
        expect(text).not.toContain('"data"');
      }
    },
  );
});

const addresses = [
  ['GET', '/nowhere', 404, null, /nothing at this address/],
  ['POST', '/states/IRN', 404, null, /nothing at this address/],
  ['DELETE', '/graphql', 405, 'GET, POST', /only GET or POST/],
  ['PUT', '/measures', 405, 'GET', /only GET/],
  ['POST', '/measures/votes-kappa', 405, 'GET', /only GET/],
  ['GET', '/desk/graphql', 405, 'POST', /only POST/],
  ['DELETE', '/measures', 405, 'GET', /only GET/],
  ['POST', '/graphiql', 405, 'GET', /only GET/],
  ['PUT', '/graphiql/graphiql.js', 405, 'GET', /only GET/],
  ['PATCH', '/desk/set-up', 405, 'POST', /only POST/],
  ['GET', '/desk/imports/files', 405, 'POST', /only POST/],
  ['POST', '/desk/imports/x/errors.csv', 405, 'GET', /only GET/],
  ['PUT', '/desk/auth/get-session', 405, 'GET', /only GET/],
  ['GET', '/desk/auth/sign-out', 405, 'POST', /only POST/],
  ['GET', '/desk/auth/nowhere', 404, null, /nothing at this address/],
  ['POST', '/livez', 405, 'GET', /only GET/],
  ['GET', '/measures/nothing', 400, null, /There is no measure nothing/],
  ['GET', '/measures/votes-kappa?year=2014&at=99', 400, null, /no revision 99: the latest is 1/],
  ['GET', '/measures/votes-kappa?year=2014&at=0', 400, null, /numbered from 1/],
  ['GET', '/measures/votes-kappa?from=2015&to=2014', 400, null, /must not be later/],
] as const;

describe('a wrong address or method is answered in JSON, and 405 names what is allowed', () => {
  it.each(addresses)('%s %s', async (method, path, status, allow, message) => {
    const headers = { accept: 'application/json', origin: api.settings.adminOrigin };
    const response = await fetch(api.url + path, { method, headers });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(((await response.json()) as { message: string }).message).toMatch(message);
  });
});

it('there are at least 60 wrong requests', () => {
  const count = [references, spans, revisions, costs, addresses].reduce((sum, { length }) => sum + length, 0);
  expect(count).toBeGreaterThanOrEqual(60);
});

it('what the register does not have is null, and not an error', async () => {
  const answers = await Promise.all(
    [
      '{ it: state(code: "ZZZ") { id } }',
      '{ it: state(code: "NATO", scheme: ISO_A3) { id } }',
      `{ it: state(id: "${newId('State')}") { id } }`,
      `{ it: state(id: "${newId('State')}", code: "ZZZ") { id } }`,
      '{ it: dyad(a: { code: "ZZZ" }, b: { code: "IRN" }) { on } }',
    ].map((query) => api.ask(query)),
  );
  for (const { status, data } of answers) expect([status, data]).toEqual([200, { it: null }]);
  const right = await readResponse(
    await fetch(`${api.url}/graphql?query=${encodeURIComponent(`{ state(id: "${iran}", code: "IRN") { name } }`)}`),
  );
  expect([right.status, right.data]).toEqual([200, { state: { name: 'Iran' } }]);
});
