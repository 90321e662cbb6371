import { makeMemberships, makeOrganizations, makeStates } from './actors.ts';
import { makeAgreements } from './agreements.ts';
import { makeCitations, makeSources } from './evidence.ts';
import { makeExercises } from './exercises.ts';
import { type Made, makerFrom } from './made.ts';
import { randomFrom } from './random.ts';

/** How many there are of what, by the name of a register. */
export const sizes = {
  full: {
    states: 250,
    organizations: 500,
    memberships: 60_000,
    agreements: 20_000,
    acts: 80_000,
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
    acts: 16_000,
    exercises: 300,
    participations: 1_500,
    sources: 1_000,
    citations: 5_000,
  },
} as const;

/** Which register is measured. */
export type Size = keyof typeof sizes;

/** One revision of the generated register. */
export interface MadeRevision {
  readonly title: string;
  readonly facts: readonly Made[];
}

/** Makes a register: the same at every run, revision by revision. */
export function makeRegister(size: Size): MadeRevision[] {
  const counts = sizes[size];
  const random = randomFrom(20_261_123);
  const make = makerFrom(random);
  const { states, links: ofStates } = makeStates(random, make, counts.states);
  const { organizations, links: ofOrganizations } = makeOrganizations(random, make, counts.organizations);
  const actors = { states, organizations };
  const memberships = makeMemberships(random, make, actors, counts.memberships);
  const { agreements, acts } = makeAgreements(random, make, actors, counts);
  const { exercises, participations } = makeExercises(random, make, actors, counts);
  const sources = makeSources(random, make, counts.sources);
  const citations = makeCitations(
    random,
    make,
    sources,
    [
      { facts: agreements, share: 50, fields: ['title', 'signed', 'entryIntoForce', 'status'] },
      { facts: memberships, share: 20, fields: ['status', 'validity'] },
      { facts: acts, share: 15, fields: ['action', 'dateOfAct'] },
      { facts: exercises, share: 12, fields: ['start', 'status'] },
      { facts: [...states, ...organizations], share: 3, fields: ['name', 'validity'] },
    ],
    counts.citations,
  );
  return [
    { title: 'States and organizations', facts: [...states, ...organizations, ...ofStates, ...ofOrganizations] },
    { title: 'Memberships', facts: memberships },
    { title: 'Agreements and the acts of their parties', facts: [...agreements, ...acts] },
    { title: 'Exercises and who took part', facts: [...exercises, ...participations] },
    { title: 'Sources and citations', facts: [...sources, ...citations] },
  ];
}
