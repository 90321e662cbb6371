import { makeMemberships, makeOrganizations, makeStates } from './actors.ts';
import { makeAgreements } from './agreements.ts';
import { makeCitations, makeSources } from './evidence.ts';
import { makeExercises } from './exercises.ts';
import { factFactory, type GeneratedFact } from './generated-fact.ts';
import { randomFrom } from './random.ts';

/** The numbers of facts to make of each type, for a full and a small register. */
export const sizes = {
  full: {
    states: 250,
    organizations: 500,
    memberships: 60_000,
    agreements: 20_000,
    partyActions: 80_000,
    exercises: 6_000,
    participations: 30_000,
    sources: 20_000,
    citations: 100_000,
  },
  small: {
    states: 80,
    organizations: 100,
    memberships: 3_000,
    agreements: 4_000,
    partyActions: 16_000,
    exercises: 300,
    participations: 1_500,
    sources: 1_000,
    citations: 5_000,
  },
} as const;

/** The name of a size: `full` to measure, `small` to check that the benchmark works. */
export type Size = keyof typeof sizes;

/** A revision of the generated register: its title, and the facts that it adds. */
export interface GeneratedRevision {
  readonly title: string;
  readonly facts: readonly GeneratedFact[];
}

/** Returns the revisions of a generated register, in order. They are the same in every run. */
export function makeRegister(size: Size): GeneratedRevision[] {
  const counts = sizes[size];
  const random = randomFrom(20_261_123);
  const make = factFactory(random);
  const { states, links: stateLinks } = makeStates(random, make, counts.states);
  const { organizations, links: organizationLinks } = makeOrganizations(random, make, counts.organizations);
  const actors = { states, organizations };
  const memberships = makeMemberships(random, make, actors, counts.memberships);
  const { agreements, partyActions } = makeAgreements(random, make, actors, counts);
  const { exercises, participations } = makeExercises(random, make, actors, counts);
  const sources = makeSources(random, make, counts.sources);
  const citations = makeCitations(
    random,
    make,
    sources,
    [
      { facts: agreements, share: 50, fields: ['title', 'signed', 'entryIntoForce', 'status'] },
      { facts: memberships, share: 20, fields: ['status', 'validity'] },
      { facts: partyActions, share: 15, fields: ['action', 'dateOfAct'] },
      { facts: exercises, share: 12, fields: ['start', 'status'] },
      { facts: [...states, ...organizations], share: 3, fields: ['name', 'validity'] },
    ],
    counts.citations,
  );
  return [
    { title: 'States and organizations', facts: [...states, ...organizations, ...stateLinks, ...organizationLinks] },
    { title: 'Memberships', facts: memberships },
    { title: 'Agreements and party actions', facts: [...agreements, ...partyActions] },
    { title: 'Exercises and participations', facts: [...exercises, ...participations] },
    { title: 'Sources and citations', facts: [...sources, ...citations] },
  ];
}
