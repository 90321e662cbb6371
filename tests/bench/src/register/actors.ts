import { someDate, somePeriod } from './dates.ts';
import { listed, type Made, type Maker } from './made.ts';
import { favouring, type Random } from './random.ts';
import { newPlaceName, prose, regions, subjects } from './words.ts';

/** States, each with its codes and names. */
export function makeStates(random: Random, make: Maker, count: number): { states: Made[]; links: Made[] } {
  const taken = new Set<string>();
  const links: Made[] = [];
  const states = Array.from({ length: count }, (_, at) => {
    const name = newPlaceName(random, taken);
    const officialName = `${random.pick(['Republic', 'Kingdom', 'Federation', 'Union', 'State'])} of ${name}`;
    const state = make('State', {
      name,
      officialName,
      validity: random.chance(0.9) ? { edtf: somePeriod(random, 1816, 1992) } : null,
      summary: prose(random, 2),
    });
    const code = (scheme: string, value: string) => make('ExternalCode', { of: state.id, scheme, value });
    links.push(
      code('ISO_A3', threeLetters(at)),
      code('COW', String(2 + at * 3)),
      code('M49', String(at + 1).padStart(3, '0')),
      code('WIKIDATA', `Q${1000 + at * 7}`),
      make('Name', { of: state.id, name: { text: officialName, language: 'en' }, nameType: 'OFFICIAL' }),
      make('Name', { of: state.id, name: { text: `${name}ia`, language: 'la' }, nameType: 'ALIAS' }),
      make('Name', {
        of: state.id,
        name: { text: `${newPlaceName(random, taken)} Territory`, language: 'en' },
        nameType: 'FORMER',
        validity: { edtf: somePeriod(random, 1816, 1960) },
      }),
    );
    return state;
  });
  return { states, links };
}

// A step that shares no factor with 26³ gives every state other letters.
function threeLetters(at: number): string {
  const number = (at * 7_001 + 4_099) % 17_576;
  return [676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(number / place) % 26))).join('');
}

/** Organizations with their abbreviations as codes. */
export function makeOrganizations(
  random: Random,
  make: Maker,
  count: number,
): { organizations: Made[]; links: Made[] } {
  const links: Made[] = [];
  const organizations: Made[] = [];
  const kinds = listed('Organization', 'organizationType');
  for (let at = 0; at < count; at += 1) {
    const region = random.pick(regions);
    const subject = random.pick(subjects);
    const abbreviation = `${region[0]}${subject[0]?.toUpperCase()}${random.pick(['O', 'C', 'U'])}${at + 1}`;
    const parent = at > 50 && random.chance(0.15) ? random.pick(organizations) : undefined;
    const organization = make('Organization', {
      name: `${region} ${random.pick(['Organization', 'Council', 'Union', 'Commission'])} for ${subject} (${at + 1})`,
      abbreviation,
      organizationType: parent ? 'ORGAN' : random.pick(kinds),
      parent: parent?.id ?? null,
      validity: { edtf: somePeriod(random, 1865, 2010) },
      summary: random.chance(0.5) ? prose(random, 2) : null,
    });
    organizations.push(organization);
    links.push(make('ExternalCode', { of: organization.id, scheme: 'ABBREVIATION', value: abbreviation }));
  }
  return { organizations, links };
}

/** Memberships, mostly of states, few of organizations; no actor twice in one organization. */
export function makeMemberships(
  random: Random,
  make: Maker,
  { states, organizations }: { states: readonly Made[]; organizations: readonly Made[] },
  count: number,
): Made[] {
  const someState = favouring(random, states, 0.3);
  const someOrganization = favouring(random, organizations, 0.3);
  const taken = new Set<string>();
  const memberships: Made[] = [];
  const standings = listed('Membership', 'status');
  while (memberships.length < count) {
    const member = random.chance(0.97) ? someState() : someOrganization();
    const organization = someOrganization();
    const pair = `${member.id} ${organization.id}`;
    if (member === organization || taken.has(pair)) continue;
    taken.add(pair);
    memberships.push(
      make('Membership', {
        member: member.id,
        organization: organization.id,
        status: random.chance(0.8) ? 'FULL' : random.pick(standings),
        validity: random.chance(0.85) ? { edtf: somePeriod(random, 1950, 2020), basis: 'STATED' } : null,
        asOf: random.chance(0.1) ? { edtf: someDate(random, 2000, 2025) } : null,
      }),
    );
  }
  return memberships;
}
