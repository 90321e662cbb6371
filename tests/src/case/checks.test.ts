import { seedId } from '@chancery/api/demo';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseRegister, openCaseRegister } from './case-register.ts';

// The ten checks of docs/case.md, against the public schema at the revision of the case.
let register: CaseRegister;
beforeAll(async () => {
  register = await openCaseRegister();
}, 300_000);
afterAll(() => register.close());

interface Nodes<Node> {
  readonly nodes: readonly Node[];
}
interface Cited {
  readonly grade: string;
  readonly corroboration: number;
  readonly modality: string;
  readonly citations: Nodes<{
    readonly paragraph: string;
    readonly hedge: string | null;
    readonly grade: string;
    readonly source: { readonly independenceGroup: string };
  }>;
}
const evidence = 'grade corroboration citations { nodes { paragraph hedge grade source { independenceGroup } } }';
const claim = (key: string) => `claim(id: "${seedId(key)}") { modality ${evidence} }`;
const byParagraph = ({ citations }: Cited) =>
  [...citations.nodes].sort((a, b) => Number(a.paragraph) - Number(b.paragraph));

/** The disputed pairs of the third check. C17 and C18 are one claim. */
const pairs = [
  ['C15', 'C27'],
  ['C01', 'E01'],
  ['C05', 'E12'],
  ['C16', 'C19'],
  ['C17', 'C19'],
  ['C20', 'C19'],
  ['C21', 'C19'],
  ['C22', 'C19'],
  ['C20', 'C21'],
] as const;

describe('the worked case at its revision', () => {
  it('1. C17 and C18 are one claim with two citations of one independence group, which count as one', async () => {
    const { c17, like } = await register.atCase<{ c17: Cited; like: { totalCount: number } }>(
      `c17: ${claim('C17')} like: claims(filter: { predicate: { eq: "refusesTransfer" } }) { totalCount }`,
    );
    expect(like.totalCount).toBe(1);
    expect(c17).toMatchObject({ corroboration: 1, grade: 'F4', modality: 'REPORTED' });
    expect(byParagraph(c17)).toEqual([
      { paragraph: '5', hedge: 'reportedly', grade: 'F4', source: { independenceGroup: 'tazmini-2019' } },
      { paragraph: '14', hedge: 'reports confirm', grade: 'F4', source: { independenceGroup: 'tazmini-2019' } },
    ]);
  });

  it('2. pull-quotes add no corroboration to C13 and C16', async () => {
    const { c13, c16 } = await register.atCase<{ c13: Cited; c16: Cited }>(`c13: ${claim('C13')} c16: ${claim('C16')}`);
    expect(c13).toMatchObject({ corroboration: 1, grade: 'F6' });
    expect(c16).toMatchObject({ corroboration: 1, grade: 'F4' });
    expect(byParagraph(c13).map(({ paragraph }) => paragraph)).toEqual(['4', '13']);
    expect(byParagraph(c16).map(({ paragraph }) => paragraph)).toEqual(['5', '14']);
  });

  it('3. disputed pairs are shown on both facts', async () => {
    const keys = [...new Set(pairs.flat())];
    const selections = keys.map(
      (key) =>
        `${key}: node(id: "${seedId(key)}") { ... on Fact { disputes(first: 20) { nodes { one { id } other { id } point } } } }`,
    );
    type Side = { disputes: Nodes<{ one: { id: string }; other: { id: string }; point: string | null }> };
    const { disputes, ...facts } = await register.atCase<Record<string, Side> & { disputes: { totalCount: number } }>(
      `${selections.join(' ')} disputes { totalCount }`,
    );
    const against = (key: string) =>
      (facts as Record<string, Side>)[key]?.disputes.nodes.map(({ one, other }) =>
        one.id === seedId(key) ? other.id : one.id,
      );
    for (const [one, other] of pairs) {
      expect(against(one)).toContain(seedId(other));
      expect(against(other)).toContain(seedId(one));
    }
    expect(against('C19')).toHaveLength(5);
    expect(disputes.totalCount).toBe(pairs.length);
  });

  it('4. Crimea has a controller and claimants but no country; the Strait of Hormuz has no country', async () => {
    const places = 'places(first: 100) { nodes { name } }';
    const { crimea, hormuz, rus, ukr, controlled } = await register.atCase<{
      crimea: {
        country: null;
        placeType: string;
        deFactoController: { name: string };
        claimants: Nodes<{ claimant: { name: string } }>;
      };
      hormuz: object;
      rus: { places: Nodes<{ name: string }> };
      ukr: { places: Nodes<{ name: string }> };
      controlled: { controlledPlaces: Nodes<{ name: string }> };
    }>(`crimea: place(id: "${seedId('pl:CRIMEA')}") { placeType country { name } deFactoController { name } claimants { nodes { claimant { name } } } }
      hormuz: place(id: "${seedId('pl:HORMUZ')}") { placeType country { name } deFactoController { name } claimants { totalCount } }
      rus: state(code: "RUS") { ${places} } ukr: state(code: "UKR") { ${places} }
      controlled: state(code: "RUS") { controlledPlaces { nodes { name } } }`);
    expect(crimea).toMatchObject({
      placeType: 'DISPUTED_TERRITORY',
      country: null,
      deFactoController: { name: 'Russia' },
    });
    expect(crimea.claimants.nodes.map(({ claimant }) => claimant.name).sort()).toEqual(['Russia', 'Ukraine']);
    expect(rus.places.nodes).toEqual([{ name: 'Moscow' }]);
    expect(ukr.places.nodes).toEqual([]);
    expect(controlled.controlledPlaces.nodes).toEqual([{ name: 'Crimea' }]);
    expect(hormuz).toEqual({
      placeType: 'STRAIT',
      country: null,
      deFactoController: null,
      claimants: { totalCount: 0 },
    });
  });

  it('5. the exercise of Hormuz is announced and not counted as held', async () => {
    const count = (status: string) => `exercises(filter: { status: { eq: ${status} } }) { totalCount nodes { id } }`;
    const answer = await register.atCase<Record<string, { totalCount: number; nodes: { id: string }[] }>>(
      `announced: ${count('ANNOUNCED')} held: ${count('HELD')} all: exercises { totalCount }`,
    );
    expect(answer.announced).toEqual({ totalCount: 1, nodes: [{ id: seedId('ex:HORMUZ19') }] });
    expect(answer.held?.totalCount).toBe(0);
    expect(answer.all?.totalCount).toBe(1);
    const { dyad } = await register.atCase<{ dyad: { exercises: Nodes<{ status: string }> } }>(
      'dyad(a: { code: "RUS" }, b: { code: "IRN" }) { exercises { nodes { status } } }',
    );
    expect(dyad.exercises.nodes).toEqual([{ status: 'ANNOUNCED' }]);
  });

  it('6. dates sort by their earliest day, open starts first and missing dates last, and show their uncertainty', async () => {
    type Dated = { id: string; date: { earliest: string | null; earliestBound: string; words: string } | null };
    const date = 'date { earliest earliestBound words basis }';
    const { events, claims, backwards } = await register.atCase<Record<string, Nodes<Dated>>>(
      `events(orderBy: DATE_ASC, first: 50) { nodes { id ${date} } }
       claims(orderBy: DATE_ASC, first: 50) { nodes { id ${date} } }
       backwards: claims(orderBy: DATE_DESC, first: 50) { nodes { id ${date} } }`,
    );
    const order = events?.nodes ?? [];
    const at = (key: string) => order.findIndex(({ id }) => id === seedId(key));
    const open = order.filter(({ date: of }) => of?.earliestBound === 'OPEN').map(({ id }) => id);
    expect(new Set(open)).toEqual(new Set(['E08', 'E10', 'E11'].map(seedId)));
    expect(new Set(order.slice(0, 3).map(({ id }) => id))).toEqual(new Set(open));
    const first = (of: Dated['date']) => (of?.earliestBound === 'OPEN' ? '' : (of?.earliest ?? '~'));
    const keys = order.map(({ date: of }) => first(of));
    expect(keys).toEqual([...keys].sort());
    expect([at('E05'), at('E06'), at('E07')].map((place) => order[place])).toEqual(
      ['E05', 'E06', 'E07'].map((key) => ({
        id: seedId(key),
        date: {
          earliest: '2019-09-02',
          earliestBound: 'KNOWN',
          words: '2 September 2019 (year inferred)',
          basis: 'INFERRED',
        },
      })),
    );
    expect(order[at('E08')]?.date).toMatchObject({ earliest: null, words: expect.stringContaining('2019') });
    for (const list of [claims?.nodes ?? [], backwards?.nodes ?? []]) {
      const stated = list.map(({ date: of }) => of !== null);
      expect(stated.slice(0, stated.indexOf(false))).not.toContain(false);
      expect(stated.slice(stated.indexOf(false))).not.toContain(true);
      expect(stated.filter((isStated) => !isStated).length).toBeGreaterThan(15);
    }
    const { undated } = await register.atCase<{
      undated: { date: null; fields: { name: string; state: string }[] };
    }>(`undated: claim(id: "${seedId('C01')}") { date { words } fields { name state } }`);
    expect(undated.date).toBeNull();
    expect(undated.fields).toContainEqual({ name: 'date', state: 'NOT_RECORDED' });
  });

  it('7. Russia shares ASEAN with no state; BRICS is its only shared organization as of 2019', async () => {
    const shared = (code: string) =>
      `${code}: dyad(a: { code: "RUS" }, b: { code: "${code}" }, on: "2019-09-15") { sharedOrganizations { totalCount nodes { name } } }`;
    const others = ['CHN', 'IND', 'BRA', 'ZAF'];
    const answer = await register.atCase<
      Record<string, { sharedOrganizations: { totalCount: number; nodes: { name: string }[] } }>
    >(others.map(shared).join(' '));
    for (const code of others)
      expect(answer[code]?.sharedOrganizations).toEqual({ totalCount: 1, nodes: [{ name: 'BRICS' }] });
    const { asean, russia } = await register.atCase<{
      asean: { members: { totalCount: number } };
      russia: { memberships: Nodes<{ organization: { name: string } }> };
    }>(
      `asean: organization(id: "${seedId('org:ASEAN')}") { members { totalCount } }
       russia: state(code: "RUS") { memberships { nodes { organization { name } } } }`,
    );
    expect(asean.members.totalCount).toBe(0);
    expect(russia.memberships.nodes.map(({ organization }) => organization.name).sort()).toEqual([
      'BRICS',
      'Eurasian Economic Union',
      'Shanghai Cooperation Organization',
    ]);
  });

  it('8. Russia and Iran have signed the Caspian agreement and not ratified it; each needs a second source', async () => {
    const { agreement } = await register.atCase<{
      agreement: {
        rus: string;
        irn: string;
        partyActions: Nodes<object>;
        signed: { edtf: string };
        fields: { name: string; citations: Nodes<{ paragraph: string; grade: string }> }[];
      };
    }>(`agreement(id: "${seedId('agr:CASPIAN')}") { signed { edtf }
      rus: partyStatus(of: { code: "RUS" }) irn: partyStatus(of: { code: "IRN" })
      partyActions { nodes { actor { name } action evidenceStatus dateOfAct { words } citations { nodes { modality } } } }
      fields { name citations { nodes { paragraph grade } } } }`);
    const act = (name: string) => ({
      actor: { name },
      action: 'SIGNATURE',
      evidenceStatus: 'NEEDS_SECOND_SOURCE',
      dateOfAct: { words: 'August 2018' },
      citations: { nodes: [{ modality: 'IMPLIED' }] },
    });
    expect(agreement.partyActions.nodes).toHaveLength(2);
    expect(agreement.partyActions.nodes).toEqual(expect.arrayContaining([act('Russia'), act('Iran')]));
    expect([agreement.rus, agreement.irn]).toEqual(['SIGNATORY', 'SIGNATORY']);
    // Row L09: the signing date of the agreement is a field with its own citation.
    expect(agreement.signed.edtf).toBe('2018-08');
    expect(agreement.fields.find(({ name }) => name === 'signed')?.citations.nodes).toEqual([
      { paragraph: '5', grade: 'F2' },
    ]);
  });

  it('9. conditional and speculated statements are claims, not events, and have no score', async () => {
    const { c15, c28, events, usa } = await register.atCase<{
      c15: { __typename: string; modality: string };
      c28: { __typename: string; modality: string };
      events: { totalCount: number };
      usa: { ladder: object };
    }>(`c15: node(id: "${seedId('C15')}") { __typename ... on Claim { modality } }
      c28: node(id: "${seedId('C28')}") { __typename ... on Claim { modality } }
      events { totalCount }
      usa: dyad(a: { code: "USA" }, b: { code: "RUS" }) { ladder { cooperation conflict n } }`);
    expect(c15).toEqual({ __typename: 'Claim', modality: 'SPECULATED' });
    expect(c28).toEqual({ __typename: 'Claim', modality: 'CONDITIONAL' });
    expect(events.totalCount).toBe(13);
    // E06 and E13 only.
    expect(usa.ladder).toEqual({ cooperation: 1, conflict: 2, n: 2 });
  });

  it('10. the ladder of Russia and Iran has 23.1 cooperation, no conflict and five events; allegations are listed as claims', async () => {
    const { dyad } = await register.atCase<{
      dyad: {
        ladder: object;
        events: Nodes<{ id: string; goldstein: number; plover: number }>;
        claims: Nodes<{ id: string }>;
      };
    }>(`dyad(a: { code: "RUS" }, b: { code: "IRN" }) {
      ladder { cooperation conflict net n mean unscored years { year cooperation conflict n } }
      events { nodes { id goldstein plover } } claims(first: 50) { nodes { id } } }`);
    expect(dyad.ladder).toEqual({
      cooperation: 23.1,
      conflict: 0,
      net: 23.1,
      n: 5,
      mean: 4.62,
      unscored: 0,
      years: [
        { year: 2016, cooperation: 7.4, conflict: 0, n: 1 },
        { year: 2019, cooperation: 15.7, conflict: 0, n: 4 },
      ],
    });
    const scores = new Map(dyad.events.nodes.map(({ id, goldstein }) => [id, goldstein]));
    expect(scores).toEqual(
      new Map([
        [seedId('E01'), 5.2],
        [seedId('E02'), 5.2],
        [seedId('E04'), 7.4],
        [seedId('E05'), 1.9],
        [seedId('E09'), 3.4],
      ]),
    );
    expect(dyad.events.nodes.reduce((sum, { plover }) => sum + plover, 0)).toBe(23.5);
    const claims = dyad.claims.nodes.map(({ id }) => id);
    expect(claims).toEqual(expect.arrayContaining(['C16', 'C17', 'C20', 'C22'].map(seedId)));
  });
});
