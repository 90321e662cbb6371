import type { AllianceScaleName } from '@chancery/measures';
import { apiError } from '../errors.ts';
import { type Basis, type MeasureName, measureOf } from './catalogue.ts';

/** The options and their values, each with a description. The enums of the API are generated from them. */
export const optionLists = {
  convention: {
    STANDARD:
      'The formula as its authors define it: an absence is not a vote; if the denominator is 0 there is no value.',
    HAEGE_2011:
      'As in the published scores of Häge 2011: an absence counts as an abstention, and a denominator of 0 gives 0.',
    FULL: 'Only full members count.',
    FULL_OR_ASSOCIATE: 'Full and associate members count, as in the counts of the Correlates of War.',
  },
  weights: {
    NOMINAL: 'All disagreements have equal weight.',
    LINEAR: 'The weight of a disagreement is its distance on the scale.',
    QUADRATIC: 'The weight of a disagreement is the square of its distance on the scale.',
  },
  distance: {
    ABSOLUTE: 'Absolute distances.',
    SQUARED: 'Squared distances.',
  },
  scale: {
    BINARY: '1 for any obligation, 0 for none.',
    COW_VALUED: '3 for defence, 2 for neutrality or non-aggression, 1 for an entente.',
    ATOP_VALUED: '3 for defence or offence, 2 for neutrality or consultation, 1 for non-aggression alone.',
  },
  alliances: {
    COW: 'The alliances of the Correlates of War.',
    COW_BY_DYAD: 'The alliances of the Correlates of War by dyad and year, from which published scores were computed.',
    ATOP: 'The alliances of ATOP.',
  },
  direction: {
    OWED: 'Obligations that a state owes to others.',
    EITHER: 'Obligations that a state owes to others or that others owe to it, whichever is stronger.',
  },
  organizations: {
    ALL: 'All organizations in the register. They are not a complete set: use this value with coverage ANY.',
    COW_IGO: 'The intergovernmental organizations of the Correlates of War.',
  },
  coverage: {
    COMPLETE: 'Compute only on a complete data set.',
    ANY: 'Compute on all facts in the register, even if they are only a sample. Such values are marked, and missing facts do not count as 0.',
  },
  system: {
    COW: 'States that have a Correlates of War number at the time.',
    GW: 'States that have a Gleditsch and Ward number at the time.',
  },
} as const;

type Lists = typeof optionLists;

/** The weight of a state as a target, by its number in the system. */
export interface TargetWeight {
  readonly code: string;
  readonly weight: number;
}

/** The options of a measure as a client gives them. */
export type MeasureOptions = { readonly [Name in keyof Lists]?: keyof Lists[Name] | null } & {
  readonly selfTies?: boolean | null;
  readonly targetWeights?: readonly TargetWeight[] | null;
};

/** The options of a measure with defaults filled in. */
export interface ResolvedOptions {
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
  /** The weight of each state as a target, by its number in the system; null when all have equal weight. */
  readonly targetWeights: ReadonlyMap<string, number> | null;
}

const conventions: Readonly<Record<Basis, readonly (keyof Lists['convention'])[]>> = {
  VOTES: ['STANDARD', 'HAEGE_2011'],
  ALLIANCES: ['STANDARD', 'HAEGE_2011'],
  MEMBERSHIPS: ['FULL', 'FULL_OR_ASSOCIATE'],
  EXERCISES: ['STANDARD'],
  EVENTS: ['STANDARD'],
};

const applicableOptions: Readonly<Record<Basis, readonly (keyof MeasureOptions)[]>> = {
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

/** Options that apply only to some measures of a basis, each with the `shapedBy` that these measures have. */
const shapedBy: { readonly [Option in keyof MeasureOptions]?: 'weights' | 'distance' } = {
  weights: 'weights',
  distance: 'distance',
  targetWeights: 'distance',
};

/** The maximum number of states in `targetWeights`. */
const maxTargetWeights = 300;

/**
 * Validates the options of a measure and fills in defaults.
 * @throws GraphQLError BAD_USER_INPUT for an option that does not apply to the measure (ignoring it would return a
 * number that the client takes for a different one), and for an invalid convention or invalid target weights.
 */
export function resolveOptions(name: MeasureName, given: MeasureOptions = {}): ResolvedOptions {
  const measure = measureOf(name);
  const allowed = conventions[measure.basis];
  const shapes = 'shapedBy' in measure ? measure.shapedBy : null;
  for (const [option, value] of Object.entries(given) as [keyof MeasureOptions, unknown][]) {
    if (value === undefined || value === null) continue;
    if (!applicableOptions[measure.basis].includes(option) || (shapedBy[option] ?? shapes) !== shapes)
      throw apiError('BAD_USER_INPUT', `The option ${option} does not apply to ${name}. Leave it out.`);
  }
  const [defaultConvention = 'STANDARD'] = allowed;
  const convention = given.convention ?? defaultConvention;
  if (!allowed.includes(convention))
    throw apiError('BAD_USER_INPUT', `The convention of ${name} must be ${allowed.join(' or ')}, not ${convention}.`);
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
      `targetWeights must name each state only once, and at most ${maxTargetWeights} states.`,
    );
  if (given.some(({ weight }) => !Number.isFinite(weight) || weight < 0) || !given.some(({ weight }) => weight > 0))
    throw apiError(
      'BAD_USER_INPUT',
      'The weights in targetWeights must be 0 or more, and at least one must be more than 0.',
    );
  return weights;
}
