/** A work in which a measure was defined. */
export interface Reference {
  readonly text: string;
  /** Without `https://doi.org/`; absent where the work has none. */
  readonly doi?: string;
}

/** Why there is no value, each code with what it means. */
export const reasonCodes = {
  NOT_COVERED: 'No data set of the register covers it completely: what is absent says nothing.',
  WITHHELD: 'The data that cover it may not be shown to the public.',
  NOT_IN_SYSTEM: 'One of the two does not belong to those of whom the data set tells at that time.',
  TOO_FEW: 'There is nothing to compare.',
  NO_VARIANCE: 'The two do not vary, so that the formula has no value.',
  UNKNOWN_DATES: 'It depends on facts whose dates are not known.',
} as const;

/** One of the reasons for which there is no value. */
export type ReasonCode = keyof typeof reasonCodes;

/** A statistic, or why there is none. Where data do not cover what is asked it is null, never 0. */
export interface Measured {
  readonly value: number | null;
  /** Why there is no value, as a code; null where there is one. */
  readonly reasonCode: ReasonCode | null;
  /** Why there is no value, in a sentence; null where there is one. */
  readonly reason: string | null;
  /** How many things were compared or counted. */
  readonly n: number;
}

/** A value with the number of things it rests on. */
export function measured(value: number, n: number): Measured {
  return { value, reasonCode: null, reason: null, n };
}

/** The absence of a value, with its reason as a code and as a sentence. */
export function unmeasured(reasonCode: ReasonCode, reason: string, n = 0): Measured {
  return { value: null, reasonCode, reason, n };
}
