import { seedId } from '@chancery/api/demo';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseRegister, openCaseRegister } from './case-register.ts';

// The ten checks of docs/case.md at the head, where second sources and later years have been added.
let register: CaseRegister;
beforeAll(async () => {
  register = await openCaseRegister();
}, 300_000);
afterAll(() => register.close());

const dyad = (a: string, b: string) => `dyad(a: { code: "${a}" }, b: { code: "${b}" }`;

describe('the worked case at the head', () => {
  it('1. and 2. an independent source corroborates C17; the pull-quotes still add nothing', async () => {
    const claim = (key: string) => `${key}: claim(id: "${seedId(key)}") { modality grade corroboration }`;
    expect(await register.atHead(`${claim('C17')} ${claim('C13')} ${claim('C16')}`)).toEqual({
      C17: { modality: 'REPORTED', grade: 'B3', corroboration: 2 },
      C13: { modality: 'ASSESSMENT', grade: 'F6', corroboration: 1 },
      C16: { modality: 'REPORTED', grade: 'F4', corroboration: 1 },
    });
  });

  it('3. the disputes of the case are unchanged, and there are others', async () => {
    const { claim, disputes } = await register.atHead<Record<string, { disputes: object; totalCount: number }>>(
      `claim(id: "${seedId('C17')}") { disputes { totalCount } } disputes { totalCount }`,
    );
    expect(claim?.disputes).toEqual({ totalCount: 2 });
    expect(disputes?.totalCount).toBe(18);
  });

  it('4. Crimea and the Strait of Hormuz still have no country, and Crimea has a controller and two claimants', async () => {
    expect(
      await register.atHead(`crimea: place(id: "${seedId('pl:CRIMEA')}") { country { name } deFactoController { name } claimants { totalCount } }
        hormuz: place(id: "${seedId('pl:HORMUZ')}") { country { name } }`),
    ).toEqual({
      crimea: { country: null, deFactoController: { name: 'Russia' }, claimants: { totalCount: 2 } },
      hormuz: { country: null },
    });
  });

  it('5. the exercise of Hormuz is still announced, and no exercise follows it up', async () => {
    expect(
      await register.atHead(`exercise(id: "${seedId('ex:HORMUZ19')}") { status followedBy { totalCount } }
        held: ${dyad('RUS', 'IRN')}) { exercises(filter: { status: { eq: HELD } }) { totalCount } }
        announced: ${dyad('RUS', 'IRN')}) { exercises(filter: { status: { eq: ANNOUNCED } }) { totalCount } }`),
    ).toEqual({
      exercise: { status: 'ANNOUNCED', followedBy: { totalCount: 0 } },
      held: { exercises: { totalCount: 13 } },
      announced: { exercises: { totalCount: 3 } },
    });
  });

  it('6. a second source states the year of the talks of September', async () => {
    const event = (key: string) => `${key}: event(id: "${seedId(key)}") { date { words basis } }`;
    const talks = { date: { words: '2 September 2019', basis: 'STATED' } };
    expect(await register.atHead(['E05', 'E06', 'E07'].map(event).join(' '))).toEqual({
      E05: talks,
      E06: talks,
      E07: talks,
    });
  });

  it('7. Russia and China also share the SCO and the United Nations; Russia is still no member of ASEAN', async () => {
    const { shared, asean } = await register.atHead<{
      shared: { sharedOrganizations: { nodes: { name: string }[] } };
      asean: { members: { nodes: { member: { name: string } }[] } };
    }>(`shared: ${dyad('RUS', 'CHN')}, on: "2019-09-15") { sharedOrganizations { nodes { name } } }
      asean: organization(code: "ASEAN") { members(first: 50) { nodes { member { name } } } }`);
    expect(shared.sharedOrganizations.nodes.map(({ name }) => name).sort()).toEqual([
      'BRICS',
      'Shanghai Cooperation Organization',
      'United Nations',
    ]);
    expect(asean.members.nodes).toHaveLength(12);
    expect(asean.members.nodes.map(({ member }) => member.name)).not.toContain('Russia');
  });

  it('8. the signatures have a day and a second source; Russia has ratified the convention, Iran has not', async () => {
    const act = (key: string) =>
      `${key}: partyAction(id: "${seedId(key)}") { action evidenceStatus corroboration dateOfAct { words } }`;
    const signed = {
      action: 'SIGNATURE',
      evidenceStatus: 'ACCEPTED',
      corroboration: 3,
      dateOfAct: { words: '12 August 2018' },
    };
    expect(
      await register.atHead(`${act('L10')} ${act('L11')}
        agreement(id: "${seedId('agr:CASPIAN')}") { title status RUS: partyStatus(of: { code: "RUS" }) IRN: partyStatus(of: { code: "IRN" }) }`),
    ).toEqual({
      L10: signed,
      L11: signed,
      agreement: {
        title: 'Convention on the Legal Status of the Caspian Sea',
        status: 'SIGNED',
        RUS: 'CONTRACTING',
        IRN: 'SIGNATORY',
      },
    });
  });

  it('9. and 10. cooperation and conflict on the ladder have grown, from events only', async () => {
    const { pair } = await register.atHead<{
      pair: { ladder: object; events: { totalCount: number; nodes: { __typename: string }[] } };
    }>(`pair: ${dyad('RUS', 'IRN')}) { ladder { cooperation conflict n }
      events(first: 50) { totalCount nodes { __typename } } }`);
    expect(pair.ladder).toEqual({ cooperation: 81.9, conflict: 12, n: 17 });
    expect(pair.events.totalCount).toBe(17);
  });
});
