import type { AllianceScaleName } from '@chancery/measures';
import { apiError } from '../errors.ts';
import { type Basis, type MeasureName, measureOf } from './catalogue.ts';

/** The closed lists of options, each value with what it means: the API's enums are made from them. */
export const optionLists = {
  convention: {
    STANDARD:
      'The formula as its authors give it: an absence is no vote; where chance leaves nothing to correct for there is no value.',
    HAEGE_2011:
      'As in the published scores of Häge 2011: an absence counts as an abstention, and a denominator of 0 gives 0.',
    FULL: 'Only full members belong.',
    FULL_OR_ASSOCIATE: 'Full and associate members belong, as in the counts of the Correlates of War.',
  },
  weights: {
    NOMINAL: 'Every disagreement counts alike.',
    LINEAR: 'A disagreement counts by its distance on the scale.',
    QUADRATIC: 'A disagreement counts by the square of its distance on the scale.',
  },
  distance: {
    ABSOLUTE: 'Distances count as they are.',
    SQUARED: 'Distances count by their square.',
  },
  scale: {
    BINARY: 'Any obligation is 1, none is 0.',
    COW_VALUED: '3 defence, 2 neutrality or non-aggression, 1 entente.',
    ATOP_VALUED: '3 defence or offence, 2 neutrality or consultation, 1 non-aggression alone.',
  },
  alliances: {
    COW: 'The alliances of the Correlates of War.',
    COW_BY_DYAD: 'The alliances of the Correlates of War by dyad and year, from which published scores were computed.',
    ATOP: 'The alliances of ATOP.',
  },
  direction: {
    OWED: 'What a state owes to others.',
    EITHER: 'What a state owes to others or they owe to it, whichever is stronger.',
  },
  organizations: {
    ALL: 'All organizations of the register, which are no complete set: ask for coverage ANY with it.',
    COW_IGO: 'The intergovernmental organizations of the Correlates of War.',
  },
  coverage: {
    COMPLETE: 'Only where the data set is complete.',
    ANY: 'On whatever the register holds, also where that is a sample: values are marked, and what is absent is no 0.',
  },
  system: {
    COW: 'States with a number of the Correlates of War at the time.',
    GW: 'States with a number of Gleditsch and Ward at the time.',
  },
} as const;

type Lists = typeof optionLists;

/** What a state counts for as a target, by its number in the system. */
export interface TargetWeight {
  readonly code: string;
  readonly weight: number;
}

/** What may be said of how a measure is reckoned. */
export type MeasureOptions = { readonly [Name in keyof Lists]?: keyof Lists[Name] | null } & {
  readonly selfTies?: boolean | null;
  readonly targetWeights?: readonly TargetWeight[] | null;
};

/** How a measure is reckoned, with what was left open settled. */
export interface SettledOptions {
  readonly convention: keyof Lists['convention'];
  readonly weights: keyof Lists['weights'];
  readonly distance: keyof Lists['distance'];
  readonly scale: AllianceScaleName;
  readonly alliances: keyof Lists['alliances'];
  readonly direction: keyof Lists['direction'];
  readonly organizations: keyof Lists['organizations'];
  readonly coverage: keyof Lists['coverage'];
  readonly system: keyof Lists['system'];
  readonly selfTies: boolean;
  /** What each state counts for as a target, by its number in the system; null where all count alike. */
  readonly targetWeights: ReadonlyMap<string, number> | null;
}

const conventions: Readonly<Record<Basis, readonly (keyof Lists['convention'])[]>> = {
  VOTES: ['STANDARD', 'HAEGE_2011'],
  ALLIANCES: ['STANDARD', 'HAEGE_2011'],
  MEMBERSHIPS: ['FULL', 'FULL_OR_ASSOCIATE'],
  EXERCISES: ['STANDARD'],
  EVENTS: ['STANDARD'],
};

const meaningful: Readonly<Record<Basis, readonly (keyof MeasureOptions)[]>> = {
  VOTES: ['convention', 'system', 'coverage', 'weights', 'distance'],
  ALLIANCES: [
    'convention',
    'system',
    'coverage',
    'weights',
    'distance',
    'scale',
    'alliances',
    'direction',
    'selfTies',
    'targetWeights',
  ],
  MEMBERSHIPS: ['convention', 'system', 'coverage', 'organizations'],
  EXERCISES: ['convention', 'system', 'coverage'],
  EVENTS: ['convention', 'system', 'coverage'],
};

/** Options that bear on what a measure is shaped by alone. */
const shapedBy: { readonly [Option in keyof MeasureOptions]?: 'weights' | 'distance' } = {
  weights: 'weights',
  distance: 'distance',
  targetWeights: 'distance',
};

/** The most states that can be given weights. */
const maxTargetWeights = 300;

/**
 * Settles the options of a measure.
 * @throws GraphQLError BAD_USER_INPUT for an option that says nothing of the measure: it would be ignored otherwise, and
 * the number taken for another.
 */
export function settle(name: MeasureName, given: MeasureOptions = {}): SettledOptions {
  const measure = measureOf(name);
  const allowed = conventions[measure.basis];
  const shapes = 'shapedBy' in measure ? measure.shapedBy : null;
  for (const [option, value] of Object.entries(given) as [keyof MeasureOptions, unknown][]) {
    if (value === undefined || value === null) continue;
    if (!meaningful[measure.basis].includes(option) || (shapedBy[option] ?? shapes) !== shapes)
      throw apiError('BAD_USER_INPUT', `The option ${option} does not apply to ${name}.`);
  }
  const [usual = 'STANDARD'] = allowed;
  const convention = given.convention ?? usual;
  if (!allowed.includes(convention))
    throw apiError(
      'BAD_USER_INPUT',
      `${name} is reckoned by the convention ${allowed.join(' or ')}, not ${convention}.`,
    );
  return {
    convention,
    weights: given.weights ?? 'QUADRATIC',
    distance: given.distance ?? 'ABSOLUTE',
    scale: given.scale ?? 'BINARY',
    alliances: given.alliances ?? 'COW',
    direction: given.direction ?? 'OWED',
    organizations: given.organizations ?? 'COW_IGO',
    coverage: given.coverage ?? 'COMPLETE',
    system: given.system ?? 'COW',
    selfTies: given.selfTies ?? true,
    targetWeights: given.targetWeights ? weightsOf(given.targetWeights) : null,
  };
}

function weightsOf(given: readonly TargetWeight[]): ReadonlyMap<string, number> {
  const weights = new Map(given.map(({ code, weight }) => [code, weight]));
  if (given.length > maxTargetWeights || weights.size < given.length)
    throw apiError(
      'BAD_USER_INPUT',
      `Each state is given one weight in targetWeights, and ${maxTargetWeights} states at most.`,
    );
  if (given.some(({ weight }) => !Number.isFinite(weight) || weight < 0) || !given.some(({ weight }) => weight > 0))
    throw apiError('BAD_USER_INPUT', 'The weights in targetWeights are 0 or more, and one of them is more.');
  return weights;
}
