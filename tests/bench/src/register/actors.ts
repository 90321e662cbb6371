import { randomDate, randomPeriod } from './dates.ts';
import { type FactFactory, type GeneratedFact, listValues } from './generated-fact.ts';
import { type RandomGenerator, weightedPick } from './random.ts';
import { newPlaceName, randomSentences, regions, subjects } from './words.ts';

/** Makes `count` states, and the links with their codes and further names. */
export function makeStates(
  random: RandomGenerator,
  make: FactFactory,
  count: number,
): { states: GeneratedFact[]; links: GeneratedFact[] } {
  const used = new Set<string>();
  const links: GeneratedFact[] = [];
  const states = Array.from({ length: count }, (_, at) => {
    const name = newPlaceName(random, used);
    const officialName = `${random.pick(['Republic', 'Kingdom', 'Federation', 'Union', 'State'])} of ${name}`;
    const state = make('State', {
      name,
      officialName,
      validity: random.chance(0.9) ? { edtf: randomPeriod(random, 1816, 1992) } : null,
      summary: randomSentences(random, 2),
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
        name: { text: `${newPlaceName(random, used)} Territory`, language: 'en' },
        nameType: 'FORMER',
        validity: { edtf: randomPeriod(random, 1816, 1960) },
      }),
    );
    return state;
  });
  return { states, links };
}

// The step has no common factor with 26³, so every state has a different code.
function threeLetters(at: number): string {
  const number = (at * 7_001 + 4_099) % 17_576;
  return [676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(number / place) % 26))).join('');
}

/** Makes `count` organizations, and the links with their abbreviations as codes. */
export function makeOrganizations(
  random: RandomGenerator,
  make: FactFactory,
  count: number,
): { organizations: GeneratedFact[]; links: GeneratedFact[] } {
  const links: GeneratedFact[] = [];
  const organizations: GeneratedFact[] = [];
  const kinds = listValues('Organization', 'organizationType');
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
      validity: { edtf: randomPeriod(random, 1865, 2010) },
      summary: random.chance(0.5) ? randomSentences(random, 2) : null,
    });
    organizations.push(organization);
    links.push(make('ExternalCode', { of: organization.id, scheme: 'ABBREVIATION', value: abbreviation }));
  }
  return { organizations, links };
}

/** Makes `count` memberships. About 97 % of the members are states, and no actor is twice in one organization. */
export function makeMemberships(
  random: RandomGenerator,
  make: FactFactory,
  { states, organizations }: { states: readonly GeneratedFact[]; organizations: readonly GeneratedFact[] },
  count: number,
): GeneratedFact[] {
  const pickState = weightedPick(random, states, 0.3);
  const pickOrganization = weightedPick(random, organizations, 0.3);
  const used = new Set<string>();
  const memberships: GeneratedFact[] = [];
  const statuses = listValues('Membership', 'status');
  while (memberships.length < count) {
    const member = random.chance(0.97) ? pickState() : pickOrganization();
    const organization = pickOrganization();
    const pair = `${member.id} ${organization.id}`;
    if (member === organization || used.has(pair)) continue;
    used.add(pair);
    memberships.push(
      make('Membership', {
        member: member.id,
        organization: organization.id,
        status: random.chance(0.8) ? 'FULL' : random.pick(statuses),
        validity: random.chance(0.85) ? { edtf: randomPeriod(random, 1950, 2020), basis: 'STATED' } : null,
        asOf: random.chance(0.1) ? { edtf: randomDate(random, 2000, 2025) } : null,
      }),
    );
  }
  return memberships;
}
