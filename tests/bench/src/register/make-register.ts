import { makeMemberships, makeOrganizations, makeStates } from './actors.ts';
import { makeAgreements } from './agreements.ts';
import { makeCitations, makeSources } from './evidence.ts';
import { makeExercises } from './exercises.ts';
import { type Made, makerFrom } from './made.ts';
import { randomFrom } from './random.ts';

/** How large the register is. */
export const sizes = {
  states: 250,
  organizations: 500,
  memberships: 60_000,
  agreements: 20_000,
  acts: 80_000,
  exercises: 6_000,
  participations: 30_000,
  sources: 20_000,
  citations: 100_000,
} as const;

/** One revision of the generated register. */
export interface MadeRevision {
  readonly title: string;
  readonly facts: readonly Made[];
}

/** Makes the register: the same at every run, revision by revision. */
export function makeRegister(): MadeRevision[] {
  const random = randomFrom(20_261_123);
  const make = makerFrom(random);
  const { states, links: ofStates } = makeStates(random, make, sizes.states);
  const { organizations, links: ofOrganizations } = makeOrganizations(random, make, sizes.organizations);
  const actors = { states, organizations };
  const memberships = makeMemberships(random, make, actors, sizes.memberships);
  const { agreements, acts } = makeAgreements(random, make, actors, sizes);
  const { exercises, participations } = makeExercises(random, make, actors, sizes);
  const sources = makeSources(random, make, sizes.sources);
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
    sizes.citations,
  );
  return [
    { title: 'States and organizations', facts: [...states, ...organizations, ...ofStates, ...ofOrganizations] },
    { title: 'Memberships', facts: memberships },
    { title: 'Agreements and the acts of their parties', facts: [...agreements, ...acts] },
    { title: 'Exercises and who took part', facts: [...exercises, ...participations] },
    { title: 'Sources and citations', facts: [...sources, ...citations] },
  ];
}
