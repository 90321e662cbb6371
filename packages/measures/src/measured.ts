/** A work in which a measure was defined. */
export interface Reference {
  readonly text: string;
  /** Without `https://doi.org/`; absent where the work has none. */
  readonly doi?: string;
}

/** A number of the register's, or why there is none. Where data do not cover what is asked it is null, never 0. */
export interface Measured {
  readonly value: number | null;
  /** Why there is no value; null where there is one. */
  readonly reason: string | null;
  /** How many things were compared or counted. */
  readonly n: number;
}

/** A value with the number of things it rests on. */
export function measured(value: number, n: number): Measured {
  return { value, reason: null, n };
}

/** That there is no value, and why: a sentence. */
export function unmeasured(reason: string, n = 0): Measured {
  return { value: null, reason, n };
}
