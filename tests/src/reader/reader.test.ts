import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking } from '../support/ask.ts';
import { type Desk, openDesk, publish } from '../support/desk.ts';
import { aSource, cite, create, createWaived, retire } from '../support/operations.ts';

let desk: Desk;
let ask: Asking;
const source = aSource();
const russia = create('State', { name: 'Russia', validity: { edtf: '1991-12-26/..' } });
const china = create('State', { name: 'China' });
const sco = create('Organization', {
  name: 'Shanghai Cooperation Organization',
  abbreviation: 'SCO',
  organizationType: 'IGO_FORMAL',
});
const member = create('Membership', {
  member: russia.fact,
  organization: sco.fact,
  status: 'FULL',
  validity: { edtf: '2001-06-15/..', basis: 'STATED' },
});
const other = createWaived('Membership', { member: china.fact, organization: sco.fact, status: 'FULL' });
const code = createWaived('ExternalCode', { of: russia.fact, scheme: 'ISO_A3', value: 'RUS' });
const code2 = createWaived('ExternalCode', { of: china.fact, scheme: 'ISO_A3', value: 'CHN' });

beforeAll(async () => {
  desk = await openDesk();
  const editors = [await desk.hire('Ana'), await desk.hire('Ben')] as const;
  await publish(editors, [
    source,
    russia,
    china,
    sco,
    member,
    other,
    code,
    code2,
    cite(russia.fact, source.fact),
    cite(sco.fact, source.fact),
    cite(member.fact, source.fact, { page: '5' }),
  ]);
  ask = asking(desk.reader);
});
afterAll(() => desk.close());

describe('the reader', () => {
  it('reads a state by code with its memberships, organizations and citations in one statement', async () => {
    const before = ask.statements.length;
    const data =
      await ask.data(`{ state(code: "RUS") { __typename id name validity { edtf earliest latest latestBound words precision }
      memberships { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { label status validity { words } organization { name abbreviation } member { __typename label ... on State { name } } citations { nodes { page grade source { name reliability } } } } } } } }`);
    expect(ask.statements.length - before).toBe(1);
    console.log(JSON.stringify(data, null, 1));
    expect(data).toBeTruthy();
  });
  it('reads lists, filters and orders', async () => {
    console.log(
      JSON.stringify(
        await ask.data(
          `query($f: MembershipFilter) { a: memberships(orderBy: VALIDITY_DESC, filter: $f) { totalCount nodes { label } } b: memberships(last: 1, orderBy: VALIDITY_ASC) { nodes { label } pageInfo { startCursor hasPreviousPage hasNextPage } }
      node(id: "${russia.fact}") { __typename id ... on Fact { label evidenceStatus grade corroboration } ... on State { name fields { name state grade citations { totalCount } } } }
      search(text: "chin") { edges { matchedOn node { label } } } revision { number at } }`,
          { f: { status: { eq: 'FULL' } } },
        ),
        null,
        1,
      ),
    );
    console.log(
      JSON.stringify(
        await ask.data(
          `{ dyad(a: {code: "RUS"}, b: {code: "CHN"}) { on a { label } sharedOrganizations { totalCount nodes { name } } sharedMemberships { nodes { label validity { words } } } ladder { cooperation conflict n years { year } } agreements { totalCount } exercises { totalCount } events { totalCount } claims { totalCount } disputes { totalCount } } changes(since: 0, first: 3) { nodes { revision ordinal kind type factId at } pageInfo { endCursor hasNextPage } } at(revision: 1) { revision { number } states { totalCount nodes { name memberships { nodes { label } } } } } none: at(revision: 7) { states { totalCount } } }`,
        ),
        null,
        1,
      ),
    );
  });
});
void retire;
