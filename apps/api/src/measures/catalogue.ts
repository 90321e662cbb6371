import {
  type AgreementWeights,
  agreeShare,
  type CrossTable,
  chanceCorrectedReference,
  chanceCorrectedS,
  goldsteinReference,
  jointExercisesReference,
  kappa,
  kappaReference,
  lijphartIndex,
  lijphartReference,
  type Measured,
  membershipReference,
  pi,
  piReference,
  ploverReference,
  type Reference,
  type SDistance,
  s,
  sReference,
  tauB,
  tauBReference,
  type Undefined,
} from '@chancery/measures';

/** What a measure is reckoned from. */
export type Basis = 'VOTES' | 'ALLIANCES' | 'MEMBERSHIPS' | 'EXERCISES' | 'EVENTS';

/** How a table of two states' levels is measured. */
export interface TableOptions {
  readonly weights: AgreementWeights;
  readonly distance: SDistance;
  readonly undefinedAs: Undefined;
}

interface Definition {
  readonly basis: Basis;
  /** What it is, in a sentence. */
  readonly description: string;
  readonly reference: Reference;
  /** With fewer things than this a value says little, and is marked; 0 for counts. */
  readonly minimum: number;
}

/** A measure of two portfolios. */
export interface TableMeasure extends Definition {
  readonly basis: 'VOTES' | 'ALLIANCES';
  readonly of: (table: CrossTable, options: TableOptions) => Measured;
  /** What shapes it: weights of disagreement, or how distances count. */
  readonly shapedBy: 'weights' | 'distance' | null;
}

/** A measure that counts or adds up, by the name under which its formula gives it. */
export interface CountMeasure extends Definition {
  readonly basis: 'MEMBERSHIPS' | 'EXERCISES' | 'EVENTS';
  readonly of: string;
  /** The unit in which it counts. */
  readonly unit: string;
}

/** A measure of the API. */
export type Measure = TableMeasure | CountMeasure;

/** Below ten roll calls agreement is mostly chance; portfolios of alliances always span the whole system. */
const minimumOf = { VOTES: 10, ALLIANCES: 0 } as const;

const tableMeasures = {
  KAPPA: {
    of: (table: CrossTable, options: TableOptions) => kappa(table, options),
    shapedBy: 'weights',
    reference: kappaReference,
    words: 'Cohen’s weighted kappa: agreement beyond what chance gives, at most 1',
  },
  PI: {
    of: (table: CrossTable, options: TableOptions) => pi(table, options),
    shapedBy: 'weights',
    reference: piReference,
    words: 'Scott’s pi: as kappa, where both are taken to have the same leanings; never above kappa',
  },
  S: {
    of: (table: CrossTable, { distance }: TableOptions) => s(table, distance),
    shapedBy: 'distance',
    reference: sReference,
    words: 'S of Signorino and Ritter: similarity from -1 to 1, not corrected for chance',
  },
  ALIGNMENT: {
    of: (table: CrossTable) => chanceCorrectedS(table),
    shapedBy: null,
    reference: chanceCorrectedReference,
    words: 'The alignment of Benati and Capurri: S less what the margins alone would give',
  },
} as const;

function onTable(basis: 'VOTES' | 'ALLIANCES', name: keyof typeof tableMeasures, what: string): TableMeasure {
  const { words, ...measure } = tableMeasures[name];
  return { ...measure, basis, minimum: minimumOf[basis], description: `${words}. On ${what}.` };
}

const votes = 'the votes of two states in the General Assembly in a calendar year';
const alliances = 'the alliances of two states with all states of the system';

const count = (
  basis: CountMeasure['basis'],
  of: string,
  unit: string,
  reference: Reference,
  description: string,
  minimum = 0,
): CountMeasure => ({ basis, of, unit, reference, description, minimum });

/** A share of fewer than five organizations or events, or their mean, says little. */
const fewest = 5;

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
    of: (table: CrossTable) => agreeShare(table),
    shapedBy: null,
    reference: lijphartReference,
    description: `The share of roll calls on which both cast the same vote. On ${votes}.`,
  },
  VOTES_LIJPHART: {
    basis: 'VOTES',
    minimum: minimumOf.VOTES,
    of: (table: CrossTable) => lijphartIndex(table),
    shapedBy: null,
    reference: lijphartReference,
    description: `Lijphart’s index of agreement, in which an abstention agrees by half. On ${votes}.`,
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
    description: `Kendall’s tau-b, which the field has given up for the measures above. On ${alliances}.`,
  },
  JOINT_MEMBERSHIPS: count(
    'MEMBERSHIPS',
    'count',
    'organizations',
    membershipReference,
    'How many organizations both belong to. Memberships of unknown dates are not counted, but told apart as unknown.',
  ),
  MEMBERSHIPS_JACCARD: count(
    'MEMBERSHIPS',
    'jaccard',
    'share of organizations',
    membershipReference,
    'The organizations that both belong to, as a share of those that either belongs to.',
    fewest,
  ),
  JOINT_EXERCISES: count(
    'EXERCISES',
    'count',
    'exercises held',
    exercises,
    'How many exercises both took part in, as host, lead, co-organizer or participant, that were held and began in the year.',
  ),
  BILATERAL_EXERCISES: count(
    'EXERCISES',
    'bilateral',
    'exercises held',
    exercises,
    'Of the joint exercises those in which nobody else took part.',
  ),
  DAMPED_EXERCISES: count(
    'EXERCISES',
    'damped',
    'exercises held, each by 1 / (participants - 1)',
    exercises,
    'The joint exercises, each counted the less the more took part.',
  ),
  ANNOUNCED_EXERCISES: count(
    'EXERCISES',
    'count',
    'exercises announced or planned',
    exercises,
    'How many exercises of both are announced or planned for the year. They are never added to those held.',
  ),
  EVENTS_COOPERATION: count(
    'EVENTS',
    'cooperation',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'The sum of the scores above zero of the events between the two.',
  ),
  EVENTS_CONFLICT: count(
    'EVENTS',
    'conflict',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'The sum of the scores below zero of the events between the two, as a positive number.',
  ),
  EVENTS_NET: count(
    'EVENTS',
    'net',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'Cooperation less conflict. Read it beside the two: a net near zero hides what swings between them.',
  ),
  EVENTS_MEAN: count(
    'EVENTS',
    'mean',
    'Goldstein 1992, as extended to CAMEO: -10 to 10',
    goldsteinReference,
    'The net for each event.',
    fewest,
  ),
  EVENTS_SHARE: count(
    'EVENTS',
    'share',
    'share of scores',
    goldsteinReference,
    'Cooperation as a share of cooperation and conflict.',
    fewest,
  ),
  EVENTS_PLOVER: count(
    'EVENTS',
    'plover',
    'PLOVER: -9 to 10',
    ploverReference,
    'The net of the events between the two on the scale of PLOVER, by category and mode.',
  ),
} as const satisfies Readonly<Record<string, Measure>>;

/** The name of a measure. */
export type MeasureName = keyof typeof measures;

/** The names of all measures. */
export const measureNames = Object.keys(measures) as MeasureName[];

/** A measure as it is described, whichever it is. */
export function measureOf(name: MeasureName): Measure {
  return measures[name];
}

/** Whether a text names a measure. */
export function isMeasureName(text: string): text is MeasureName {
  return Object.hasOwn(measures, text);
}
