import { laterDate, randomDate } from './dates.ts';
import { type FactFactory, type GeneratedFact, listValues } from './generated-fact.ts';
import { type RandomGenerator, weightedPick } from './random.ts';
import { randomSentences, regions, subjects } from './words.ts';

const instruments: Readonly<Record<string, string>> = {
  TREATY: 'Treaty',
  PROTOCOL: 'Protocol',
  AMENDMENT: 'Amendment',
  EXCHANGE_OF_NOTES: 'Exchange of notes',
  MOU: 'Memorandum of understanding',
  JOINT_STATEMENT: 'Joint statement',
  POLITICAL_COMMITMENT: 'Declaration',
  CONTRACT: 'Contract',
};

/**
 * Makes agreements, and one party action for each of their parties. Most agreements are bilateral. Takes the number
 * of agreements and the total number of party actions.
 */
export function makeAgreements(
  random: RandomGenerator,
  make: FactFactory,
  { states, organizations }: { states: readonly GeneratedFact[]; organizations: readonly GeneratedFact[] },
  { agreements: count, partyActions }: { agreements: number; partyActions: number },
): { agreements: GeneratedFact[]; partyActions: GeneratedFact[] } {
  const sizes = partySizes(random, count, partyActions);
  const pickState = weightedPick(random, states);
  const result: { agreements: GeneratedFact[]; partyActions: GeneratedFact[] } = { agreements: [], partyActions: [] };
  for (const size of sizes) {
    const parties = new Set<GeneratedFact>();
    while (parties.size < size) parties.add(random.chance(0.97) ? pickState() : random.pick(organizations));
    const agreement = makeAgreement(random, make, [...parties]);
    result.agreements.push(agreement);
    for (const party of parties) result.partyActions.push(makePartyAction(random, make, agreement, party, size));
  }
  return result;
}

/** Returns the number of parties of each of `count` agreements. The numbers add up to `partyActions`. */
function partySizes(random: RandomGenerator, count: number, partyActions: number): number[] {
  const sizes = Array.from({ length: count }, () => (random.chance(0.7) ? 2 : random.within(3, 14)));
  let remaining = partyActions - sizes.reduce((sum, size) => sum + size, 0);
  while (remaining !== 0) {
    const at = random.within(0, count - 1);
    const size = sizes[at] ?? 2;
    const step = remaining > 0 ? 1 : -1;
    if (size === 2 || size + step < 3 || size + step > 16) continue;
    sizes[at] = size + step;
    remaining -= step;
  }
  return sizes;
}

function makeAgreement(random: RandomGenerator, make: FactFactory, parties: readonly GeneratedFact[]): GeneratedFact {
  const instrumentType = random.pick(listValues('Agreement', 'instrumentType'));
  const subject = random.pick(subjects);
  const names = parties.slice(0, 2).map(({ values }) => String(values.name));
  const bilateral = parties.length === 2;
  const signed = random.chance(0.95) ? randomDate(random, 1950, 2025) : undefined;
  const inForce = signed && random.chance(0.75) ? laterDate(random, signed, 6) : undefined;
  return make('Agreement', {
    title: bilateral
      ? `${instruments[instrumentType]} between ${names.join(' and ')} on ${subject}`
      : `${random.pick(regions)} ${instruments[instrumentType]?.toLowerCase()} on ${subject} and ${random.pick(subjects)}`,
    titleOriginal: random.chance(0.3) ? { text: `Accord sur ${subject}`, language: 'fr' } : null,
    shortTitle: random.chance(0.2) ? `${names[0]} ${subject} ${instruments[instrumentType]?.toLowerCase()}` : null,
    instrumentType,
    topics: random.sample(listValues('Agreement', 'topics'), random.within(1, 3)),
    openness: bilateral ? 'BILATERAL' : random.pick(['CLOSED', 'RESTRICTED', 'OPEN']),
    depositary: bilateral ? null : (parties[0]?.id ?? null),
    registrationNumber: random.chance(0.6) ? `I-${random.within(1000, 99_999)}` : null,
    signed: signed ? { edtf: signed } : null,
    entryIntoForce: inForce ? { edtf: inForce } : null,
    ended: inForce && random.chance(0.15) ? { edtf: laterDate(random, inForce, 30) } : null,
    status: inForce ? random.pick(['IN_FORCE', 'IN_FORCE', 'TERMINATED', 'EXPIRED']) : signed ? 'SIGNED' : 'DRAFT',
    summary: random.chance(0.5) ? randomSentences(random, 3) : null,
  });
}

const bilateralActions = ['SIGNATURE', 'EXCHANGE_OF_INSTRUMENTS', 'RATIFICATION'];
const multilateralActions = ['SIGNATURE', 'RATIFICATION', 'ACCESSION', 'ACCEPTANCE', 'APPROVAL'];

function makePartyAction(
  random: RandomGenerator,
  make: FactFactory,
  agreement: GeneratedFact,
  party: GeneratedFact,
  size: number,
): GeneratedFact {
  const { signed } = agreement.values;
  const day = typeof signed === 'object' && signed !== null && 'edtf' in signed ? signed.edtf : undefined;
  const actDate = day && random.chance(0.9) ? (random.chance(0.5) ? day : laterDate(random, day, 4)) : undefined;
  return make('PartyAction', {
    actor: party.id,
    agreement: agreement.id,
    action: random.pick(size === 2 ? bilateralActions : multilateralActions),
    dateOfAct: actDate ? { edtf: actDate, basis: 'STATED' } : null,
    dateOfEffect: actDate && random.chance(0.5) ? { edtf: laterDate(random, actDate, 2) } : null,
    wording: random.chance(0.05) ? randomSentences(random, 1) : null,
  });
}
