import {
  type CrossTable,
  chanceCorrectedReference,
  chanceCorrectedS,
  type DisagreementWeights,
  goldsteinReference,
  type JointExercises,
  jointExercisesReference,
  kappa,
  kappaReference,
  lijphartIndex,
  lijphartReference,
  membershipReference,
  type NetCooperation,
  type NoVarianceConvention,
  pi,
  piReference,
  ploverReference,
  type Reference,
  type SDistance,
  type SharedMemberships,
  type Statistic,
  s,
  sameBallotShare,
  sReference,
  tauB,
  tauBReference,
} from '@chancery/measures';

/** The kind of data that a measure is computed from. */
export type Basis = 'VOTES' | 'ALLIANCES' | 'MEMBERSHIPS' | 'EXERCISES' | 'EVENTS';

/** Options of the measures that are computed on a cross table of two states. */
export interface TableOptions {
  readonly weights: DisagreementWeights;
  readonly distance: SDistance;
  readonly undefinedAs: NoVarianceConvention;
}

interface Definition {
  readonly basis: Basis;
  /** What the measure is and what it is computed from, in one or two sentences. */
  readonly description: string;
  readonly reference: Reference;
  /**
   * The minimum number of observations: a value that rests on fewer is marked as below the minimum. 0 if there is none.
   */
  readonly minimum: number;
}

/** A measure computed from a cross table of the ballots or the alliances of two states. */
export interface TableMeasure extends Definition {
  readonly basis: 'VOTES' | 'ALLIANCES';
  readonly of: (table: CrossTable, options: TableOptions) => Statistic;
  /**
   * The option that changes the formula: the weights of disagreement or the distance function; null if there is none.
   */
  readonly shapedBy: 'weights' | 'distance' | null;
}

/** The names of the values that the formula of each basis returns. */
interface CountedValues {
  readonly MEMBERSHIPS: keyof SharedMemberships;
  readonly EXERCISES: keyof JointExercises;
  /** `plover` is `net` on the PLOVER scale. */
  readonly EVENTS: keyof NetCooperation | 'plover';
}

/** A measure computed from counts or sums. `of` is the name of its value among those that the formula returns. */
export interface CountMeasure<CountBasis extends keyof CountedValues> extends Definition {
  readonly basis: CountBasis;
  readonly of: CountedValues[CountBasis];
  /** The unit of its values. */
  readonly unit: string;
}

/** A measure that the API offers. */
export type Measure = TableMeasure | CountMeasure<'MEMBERSHIPS'> | CountMeasure<'EXERCISES'> | CountMeasure<'EVENTS'>;

/**
 * The minimum number of observations, by basis. With fewer than ten roll calls, agreement is mostly chance. Portfolios
 * of alliances always cover the whole system and need no minimum.
 */
const minimumOf = { VOTES: 10, ALLIANCES: 0 } as const;

const tableMeasures = {
  KAPPA: {
    of: (table: CrossTable, options: TableOptions) => kappa(table, options),
    shapedBy: 'weights',
    reference: kappaReference,
    summary: 'Cohen’s weighted kappa: agreement corrected for chance, at most 1',
  },
  PI: {
    of: (table: CrossTable, options: TableOptions) => pi(table, options),
    shapedBy: 'weights',
    reference: piReference,
    summary: 'Scott’s pi: like kappa, but assumes the same marginal distribution for both states; never above kappa',
  },
  S: {
    of: (table: CrossTable, { distance }: TableOptions) => s(table, distance),
    shapedBy: 'distance',
    reference: sReference,
    summary: 'S of Signorino and Ritter: similarity from -1 to 1, not corrected for chance',
  },
  ALIGNMENT: {
    of: (table: CrossTable) => chanceCorrectedS(table),
    shapedBy: null,
    reference: chanceCorrectedReference,
    summary: 'The alignment of Benati and Capurri: S minus its expected value given the margins',
  },
} as const;

function onTable(basis: 'VOTES' | 'ALLIANCES', name: keyof typeof tableMeasures, what: string): TableMeasure {
  const { summary, ...measure } = tableMeasures[name];
  return { ...measure, basis, minimum: minimumOf[basis], description: `${summary}. Computed from ${what}.` };
}

const votes = 'the votes of two states in the General Assembly in a calendar year';
const alliances = 'the alliances of two states with all states of the system';

const count = <CountBasis extends keyof CountedValues>(
  basis: CountBasis,
  of: CountedValues[CountBasis],
  unit: string,
  reference: Reference,
  description: string,
  minimum = 0,
): CountMeasure<CountBasis> => ({ basis, of, unit, reference, description, minimum });

/** The minimum for shares and means: with fewer than five organizations or events they are not reliable. */
const minimumForShares = 5;

const exercises = jointExercisesReference;

/** The measures, by name. */
export const measures = {
  VOTES_KAPPA: onTable('VOTES', 'KAPPA', votes),
  VOTES_PI: onTable('VOTES', 'PI', votes),
  VOTES_S: onTable('VOTES', 'S', votes),
  VOTES_ALIGNMENT: onTable('VOTES', 'ALIGNMENT', votes),
  VOTES_AGREEMENT: {
    basis: 'VOTES',
    minimum: minimumOf.VOTES,
    of: (table: CrossTable) => sameBallotShare(table),
    shapedBy: null,
    reference: lijphartReference,
    description: `Of the roll calls on which both states voted, the share on which they cast the same vote. Computed from ${votes}.`,
  },
  VOTES_LIJPHART: {
    basis: 'VOTES',
    minimum: minimumOf.VOTES,
    of: (table: CrossTable) => lijphartIndex(table),
    shapedBy: null,
    reference: lijphartReference,
    description: `Lijphart’s index of agreement, in which an abstention counts as half agreement. Computed from ${votes}.`,
  },
  ALLIANCES_KAPPA: onTable('ALLIANCES', 'KAPPA', alliances),
  ALLIANCES_PI: onTable('ALLIANCES', 'PI', alliances),
  ALLIANCES_S: onTable('ALLIANCES', 'S', alliances),
  ALLIANCES_ALIGNMENT: onTable('ALLIANCES', 'ALIGNMENT', alliances),
  ALLIANCES_TAU_B: {
    basis: 'ALLIANCES',
    minimum: minimumOf.ALLIANCES,
    of: (table: CrossTable) => tauB(table),
    shapedBy: null,
    reference: tauBReference,
    description: `Kendall’s tau-b, which the literature has replaced with S and the measures corrected for chance. Computed from ${alliances}.`,
  },
  JOINT_MEMBERSHIPS: count(
    'MEMBERSHIPS',
    'count',
    'organizations',
    membershipReference,
    'The number of organizations to which both states belong. Memberships with unknown dates are not counted; they are reported as unknown.',
  ),
  MEMBERSHIPS_JACCARD: count(
    'MEMBERSHIPS',
    'jaccard',
    'share of organizations',
    membershipReference,
    'The number of organizations to which both states belong, as a share of those to which at least one of them belongs.',
    minimumForShares,
  ),
  JOINT_EXERCISES: count(
    'EXERCISES',
    'count',
    'exercises held',
    exercises,
    'The number of exercises that were held, began in the year and had both states as host, lead, co-organizer or participant.',
  ),
  BILATERAL_EXERCISES: count(
    'EXERCISES',
    'bilateral',
    'exercises held',
    exercises,
    'The number of joint exercises in which no other actor took part.',
  ),
  DAMPED_EXERCISES: count(
    'EXERCISES',
    'damped',
    'exercises held, each weighted by 1 / (participants - 1)',
    exercises,
    'The sum of the joint exercises, each weighted by 1 / (participants - 1), so that large exercises count less.',
  ),
  ANNOUNCED_EXERCISES: count(
    'EXERCISES',
    'count',
    'exercises announced or planned',
    exercises,
    'The number of exercises announced or planned for the year in which both states are to take part. It is never added to the number of exercises held.',
  ),
  EVENTS_COOPERATION: count(
    'EVENTS',
    'cooperation',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'The sum of the positive scores of the events between the two states.',
  ),
  EVENTS_CONFLICT: count(
    'EVENTS',
    'conflict',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'The sum of the negative scores of the events between the two states, as a positive number.',
  ),
  EVENTS_NET: count(
    'EVENTS',
    'net',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'Cooperation minus conflict. Read it together with both: a net value near zero can result from much cooperation and much conflict.',
  ),
  EVENTS_MEAN: count(
    'EVENTS',
    'mean',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'Net cooperation divided by the number of events.',
    minimumForShares,
  ),
  EVENTS_SHARE: count(
    'EVENTS',
    'share',
    'share of scores',
    goldsteinReference,
    'Cooperation as a share of the sum of cooperation and conflict.',
    minimumForShares,
  ),
  EVENTS_PLOVER: count(
    'EVENTS',
    'plover',
    'PLOVER: -9 to 10',
    ploverReference,
    'Net cooperation of the events between the two states on the PLOVER scale, which scores an event by its category and mode.',
  ),
} as const satisfies Readonly<Record<string, Measure>>;

/** The name of a measure. */
export type MeasureName = keyof typeof measures;

/** The names of all measures. */
export const measureNames = Object.keys(measures) as MeasureName[];

/** Returns the definition of a measure. */
export function measureOf(name: MeasureName): Measure {
  return measures[name];
}

/** True when a text is the name of a measure. */
export function isMeasureName(text: string): text is MeasureName {
  return Object.hasOwn(measures, text);
}
