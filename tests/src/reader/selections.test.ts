import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk, publish } from '../support/desk.ts';
import { cite, create, createSource, createWaived, dispute, retire, update } from '../support/operations.ts';
import { createReaderClient, type ReaderClient } from '../support/reader-client.ts';

let desk: Desk;
let client: ReaderClient;
const gazette = createSource({ name: 'Gazette', reliability: 'B', independenceGroup: 'gazette' });
const herald = createSource({ name: 'Herald', reliability: 'A', independenceGroup: 'herald' });
const russia = create('State', { name: 'Russia', validity: { edtf: '1991-12-26/..' } });
const china = createWaived('State', { name: 'China' });
const sco = create('Organization', { name: 'Shanghai Cooperation Organization', organizationType: 'IGO_FORMAL' });
const member = create('Membership', {
  ...{ member: russia.fact, organization: sco.fact, status: 'FULL' },
  validity: { edtf: '2001-06-15/..', basis: 'STATED' },
});
const other = createWaived('Membership', { member: china.fact, organization: sco.fact, status: 'FULL' });
const codes = [russia, china].map(({ fact }, at) =>
  createWaived('ExternalCode', { of: fact, scheme: 'ISO_A3', value: ['RUS', 'CHN'][at] ?? '' }),
);
const treaty = createWaived('Agreement', { title: 'Treaty', entryIntoForce: { edtf: '2010-01-01' } });
const act = (action: string, dateOfAct: string, actor = russia.fact) =>
  createWaived('PartyAction', { actor, agreement: treaty.fact, action, dateOfAct: { edtf: dateOfAct } });
const acts = [
  act('SIGNATURE', '2005-03-04'),
  act('RATIFICATION', '2008'),
  act('DENUNCIATION_OR_WITHDRAWAL', '2020-05'),
];
const dates = ['2019-07-05', '2019-07', '2019', '2018/2020', 'XXXX', '2019-06/..'];
const drills = dates.map((edtf) =>
  createWaived('Exercise', { name: `Drill ${edtf}`, status: 'HELD', start: { edtf } }),
);
const undated = createWaived('Exercise', { name: 'Drill without a date', status: 'HELD' });
const wrong = createWaived('State', { name: 'Rusia' });
const claim = createWaived('Claim', {
  ...{ statement: 'It joined later.', subject: russia.fact, object: china.fact },
  ...{ modality: 'REPORTED', polarity: 'AFFIRMS' },
});
const rival = createWaived('Claim', {
  ...{ statement: 'It is called otherwise.', subject: russia.fact, field: 'name', value: '"Russian Federation"' },
  ...{ modality: 'REPORTED', polarity: 'AFFIRMS' },
});
const contradiction = dispute(claim.fact, rival.fact);

beforeAll(async () => {
  desk = await openDesk();
  const editors = [await desk.createUser('Ana'), await desk.createUser('Ben')] as const;
  await publish(editors, [
    ...[gazette, herald, russia, china, sco, member, other, ...codes, treaty, ...acts, ...drills, undated, wrong],
    ...[claim, rival, contradiction],
    cite(russia.fact, gazette.fact),
    cite(russia.fact, herald.fact, { field: 'name', credibility: 3 }),
    cite(sco.fact, gazette.fact),
    cite(member.fact, gazette.fact, { page: '5' }),
  ]);
  await publish(editors, [retire(wrong.fact, 'A slip of the pen', russia.fact)]);
  await publish(editors, [update(china.fact, { name: 'China' }, { name: "People's Republic of China" })]);
  client = createReaderClient(desk.reader);
}, 300_000);
afterAll(() => desk?.close());

const data = (source: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>> =>
  client.data(source, variables);
const names = (list: unknown): string[] => (list as { nodes: { name: string }[] }).nodes.map(({ name }) => name).sort();

describe('a selection', () => {
  it('gives each alias its own arguments, however long its name is', async () => {
    const long = 'a'.repeat(80);
    expect(
      await data(
        `{ ${long}1: state(code: "RUS") { name } ${long}2: state(code: "CHN") { x: name y: name __typename } }`,
      ),
    ).toEqual({
      [`${long}1`]: { name: 'Russia' },
      [`${long}2`]: { x: "People's Republic of China", y: "People's Republic of China", __typename: 'State' },
    });
  });

  it('merges fields with one response key, in the order of first appearance', async () => {
    const text = await client.text(
      '{ state(code: "RUS") { name memberships { totalCount } } state(code: "RUS") { id: __typename memberships { nodes { status } } name } }',
    );
    expect(text).toBe(
      '{"data":{"state":{"name":"Russia","memberships":{"totalCount":1,"nodes":[{"status":"FULL"}]},"id":"State"}}}',
    );
  });

  it('includes fragments on an interface of the type, and ignores fragments on other types', async () => {
    expect(
      await data(`{ memberships(orderBy: ID_ASC) { nodes { member { ...A } } } } 
        fragment A on Actor { __typename ... on Fact { label } ... on State { name } ... on Organization { abbreviation } }`),
    ).toEqual({
      memberships: {
        nodes: [
          { member: { __typename: 'State', label: 'Russia', name: 'Russia' } },
          { member: { __typename: 'State', label: "People's Republic of China", name: "People's Republic of China" } },
        ],
      },
    });
  });

  it('distinguishes an omitted variable from a null one and from a default', async () => {
    const source =
      'query ($order: ExerciseOrder = NAME_DESC, $f: ExerciseFilter) { exercises(first: 1, orderBy: $order, filter: $f) { nodes { name } } }';
    const first = async (variables: Record<string, unknown>) => names((await data(source, variables)).exercises)[0];
    expect(await first({})).toBe('Drill without a date');
    expect(await first({ order: null, f: null })).toBe('Drill 2019-07-05');
    expect(await first({ f: { name: { eq: 'Drill 2019' } } })).toBe('Drill 2019');
    expect(await first({ f: { name: { eq: null } } })).toBe('Drill without a date');
  });

  it('rejects a null variable in @skip or @include', async () => {
    await expect(
      client.text('query ($s: Boolean = true) { states { totalCount @skip(if: $s) } }', { s: null }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('a filter', () => {
  const namesMatching = async (filter: unknown) =>
    names(
      (await data('query ($f: ExerciseFilter) { exercises(filter: $f) { nodes { name } } }', { f: filter })).exercises,
    );
  const july = { from: '2019-07-01', to: '2019-07-31' };

  it('for possible dates matches dates that may be in the period', async () => {
    expect(await namesMatching({ start: { possible: july } })).toEqual([
      'Drill 2018/2020',
      'Drill 2019',
      'Drill 2019-06/..',
      'Drill 2019-07',
      'Drill 2019-07-05',
    ]);
  });

  it('for certain dates matches only dates entirely in the period', async () => {
    expect(await namesMatching({ start: { certain: july } })).toEqual(['Drill 2019-07', 'Drill 2019-07-05']);
  });

  it('for null dates distinguishes missing dates from dates stated as unknown', async () => {
    expect(await namesMatching({ start: { isNull: true } })).toEqual(['Drill without a date']);
    expect(await namesMatching({ not: { start: { possible: { from: '0001-01-01' } } } })).toEqual([
      'Drill XXXX',
      'Drill without a date',
    ]);
  });

  it('combines conditions with and, or and not; an empty "or" matches nothing, an empty "and" everything', async () => {
    expect(await namesMatching({ or: [{ name: { eq: 'Drill 2019' } }, { name: { contains: 'WITHOUT' } }] })).toEqual([
      'Drill 2019',
      'Drill without a date',
    ]);
    expect(await namesMatching({ or: [] })).toEqual([]);
    expect(await namesMatching({ and: [] })).toHaveLength(7);
    expect(await namesMatching({ name: { in: [] } })).toEqual([]);
    expect(await namesMatching({ name: { contains: '2019-0_' } })).toEqual([]);
  });
});

describe('a fact', () => {
  it('can be reached through links in both directions', async () => {
    expect(
      await data(
        `{ membership(id: "${member.fact}") { organization { members(orderBy: ID_ASC) { nodes { member { label } organization { name } } } } } }`,
      ),
    ).toEqual({
      membership: {
        organization: {
          members: {
            nodes: ['Russia', "People's Republic of China"].map((label) => ({
              ...{ member: { label }, organization: { name: 'Shanghai Cooperation Organization' } },
            })),
          },
        },
      },
    });
  });

  it('has its citations, their grades and its corroboration', async () => {
    expect(
      await data(`{ state(code: "RUS") { grade corroboration citations(orderBy: ID_ASC) { nodes { field grade source { name } } }
        fields { name grade corroboration citations { totalCount } claims { nodes { statement } } } } }`),
    ).toMatchObject({
      state: {
        grade: 'B2',
        corroboration: 2,
        citations: {
          nodes: [
            { field: null, grade: 'B2', source: { name: 'Gazette' } },
            { field: 'name', grade: 'A3', source: { name: 'Herald' } },
          ],
        },
        fields: expect.arrayContaining([
          {
            name: 'name',
            grade: 'B2',
            corroboration: 2,
            citations: { totalCount: 1 },
            claims: { nodes: [{ statement: 'It is called otherwise.' }] },
          },
          { name: 'validity', grade: 'B2', corroboration: 1, citations: { totalCount: 0 }, claims: { nodes: [] } },
        ]),
      },
    });
  });

  it('lists a citation even if all selected fields of it are empty', async () => {
    expect(await data(`{ membership(id: "${member.fact}") { citations { nodes { attributedTo { id } } } } }`)).toEqual({
      membership: { citations: { nodes: [{ attributedTo: null }] } },
    });
  });

  it('that is in dispute has the other side of the dispute', async () => {
    expect(await data(`{ claim(id: "${rival.fact}") { disputes { nodes { one { label } other { id } } } } }`)).toEqual({
      claim: { disputes: { nodes: [{ one: { label: 'It joined later.' }, other: { id: rival.fact } }] } },
    });
  });

  it('that was retired leaves a tombstone with a redirect, and remains readable in the past', async () => {
    const node = `node(id: "${wrong.fact}") { __typename id ... on Tombstone { type label reason redirectTo { label } } ... on State { name } }`;
    expect(
      await data(
        `{ ${node} past: at(revision: 1) { ${node} } nothing: node(id: "st_00000000000000000000000000") { id } }`,
      ),
    ).toEqual({
      node: {
        ...{ __typename: 'Tombstone', id: wrong.fact, type: 'STATE', label: 'Rusia', reason: 'A slip of the pen' },
        redirectTo: { label: 'Russia' },
      },
      past: { node: { __typename: 'State', id: wrong.fact, name: 'Rusia' } },
      nothing: null,
    });
  });

  it('that was renamed has its former label in the past, and so do its links', async () => {
    const asked = `membership(id: "${other.fact}") { label member { label } }`;
    const then = 'China in Shanghai Cooperation Organization';
    expect(await data(`{ ${asked} past: at(revision: 2) { ${asked} } }`)).toEqual({
      membership: {
        label: then.replace('China', "People's Republic of China"),
        member: { label: "People's Republic of China" },
      },
      past: { membership: { label: then, member: { label: 'China' } } },
    });
  });
});

describe('the reader', () => {
  it('computes the party status of an actor on a day', async () => {
    const on = (day: string) => `d${day.replaceAll('-', '')}: partyStatus(of: { code: "RUS" }, on: "${day}")`;
    const days = ['2005-03-03', '2005-03-04', '2008-06-01', '2010-01-01', '2020-04-30', '2020-05-01'];
    const { agreement } = await data(`{ agreement(id: "${treaty.fact}") { ${days.map(on).join(' ')} } }`);
    expect(Object.values(agreement as object)).toEqual([
      'NONE',
      'SIGNATORY',
      'CONTRACTING',
      'PARTY',
      'PARTY',
      'FORMER',
    ]);
  });

  it('computes a dyad that is the same in either order', async () => {
    const dyad = (a: string, b: string) =>
      `dyad(a: {code: "${a}"}, b: {code: "${b}"}) { certainly: sharedOrganizations { totalCount } sharedOrganizations(readings: [CERTAIN, PRESUMED, UNSTATED]) { nodes { name } }
        sharedMemberships(readings: [PRESUMED, UNSTATED]) { totalCount nodes { reading } } claims(orderBy: ID_ASC) { nodes { statement } } disputes { totalCount } events { totalCount } ladder { n } }`;
    const { one, two } = await data(`{ one: ${dyad('RUS', 'CHN')} two: ${dyad('CHN', 'RUS')} }`);
    expect(one).toEqual(two);
    expect(one).toMatchObject({
      // One membership has no dates, so it is not known whether both are members today.
      certainly: { totalCount: 0 },
      sharedOrganizations: { nodes: [{ name: 'Shanghai Cooperation Organization' }] },
      sharedMemberships: { totalCount: 2 },
      claims: { nodes: [{ statement: 'It joined later.' }, { statement: 'It is called otherwise.' }] },
      disputes: { totalCount: 1 },
    });
  });

  it('provides a search that ranks codes before names and finds nothing for a blank text', async () => {
    const { code, word, blank } = await data(`{ code: search(text: "rus") { edges { matchedOn node { label } } }
      word: search(text: " SHANGHAI ") { edges { matchedOn node { label } } } blank: search(text: " ") { totalCount } }`);
    expect(code).toEqual({ edges: [{ matchedOn: 'CODE', node: { label: 'Russia' } }] });
    expect(word).toEqual({ edges: [{ matchedOn: 'LABEL', node: { label: 'Shanghai Cooperation Organization' } }] });
    expect(blank).toEqual({ totalCount: 0 });
  });

  it('provides a search that matches one or two letters only at the start of labels', async () => {
    const { one, two, within, three } = await data(`{ one: search(text: "É") { totalCount }
      two: search(text: "ru") { edges { matchedOn node { label } } } within: search(text: "ss") { totalCount }
      three: search(text: "uss") { nodes { label } } }`);
    expect(one).toEqual({ totalCount: 0 });
    expect(two).toEqual({ edges: [{ matchedOn: 'LABEL', node: { label: 'Russia' } }] });
    expect(within).toEqual({ totalCount: 0 });
    expect(three).toEqual({ nodes: [{ label: 'Russia' }] });
  });

  it('lists the changes since a revision, by revision and ordinal', async () => {
    const { changes } = await data('{ changes(since: 1) { nodes { revision ordinal kind type factId } } }');
    expect(changes).toEqual({
      nodes: [
        { revision: 2, ordinal: 1, kind: 'RETIRE', type: 'STATE', factId: wrong.fact },
        { revision: 3, ordinal: 1, kind: 'UPDATE', type: 'STATE', factId: china.fact },
      ],
    });
    const all = await data('{ changes(since: 0, first: 100) { nodes { revision ordinal } } }');
    const places = (all.changes as { nodes: { revision: number; ordinal: number }[] }).nodes;
    expect(places.slice(0, -2).map(({ ordinal }) => ordinal)).toEqual(places.slice(0, -2).map((_, at) => at + 1));
  });
});
