/** The publications that define a statistic, its scale or its data. */
export interface Reference {
  readonly text: string;
  /** The DOI of one of the publications, without `https://doi.org/`; absent if no DOI is recorded. */
  readonly doi?: string;
}

/** The reasons why a statistic can have no value: each code with its meaning. */
export const reasonCodes = {
  NOT_COVERED: 'No data set in the register covers this completely, so missing records prove nothing.',
  WITHHELD: 'The data that cover this may not be shown to the public.',
  NOT_IN_SYSTEM: 'At least one of the states is not in the population of the data set at that time.',
  TOO_FEW: 'There is nothing to compare.',
  NO_VARIANCE: 'The values do not vary, so the formula is undefined.',
  UNKNOWN_DATES: 'The result depends on facts whose dates are not known.',
} as const;

/** A key of `reasonCodes`: why a statistic has no value. */
export type ReasonCode = keyof typeof reasonCodes;

/** A number, or the reason why there is none. If the data do not cover the request, the value is null, never 0. */
export interface Statistic {
  readonly value: number | null;
  /** Why there is no value, as a code; null if there is a value. */
  readonly reasonCode: ReasonCode | null;
  /** Why there is no value, as a sentence; null if there is a value. */
  readonly reason: string | null;
  /** The number of targets, roll calls, organizations, exercises or events that were compared or counted. */
  readonly n: number;
}

/** Makes a statistic from a value and the number of things compared or counted. */
export function statisticOf(value: number, n: number): Statistic {
  return { value, reasonCode: null, reason: null, n };
}

/** Makes a statistic without a value. `reason` is a sentence; `n` is the number of things compared or counted. */
export function noStatistic(reasonCode: ReasonCode, reason: string, n = 0): Statistic {
  return { value: null, reasonCode, reason, n };
}
