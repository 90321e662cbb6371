import type { RandomGenerator } from '../register/random.ts';

/** Values of the generated register from which the parameters of the shapes are picked. */
export interface ParameterPool {
  /** ISO codes of states, with three letters. */
  readonly codes: readonly string[];
  /** Ids of states. */
  readonly states: readonly string[];
  readonly instrumentTypes: readonly string[];
  /** Texts to search for. */
  readonly texts: readonly string[];
  /** Today's date in UTC. */
  readonly today: string;
}

/** A query shape: one read as Chancery and PostGraphile query it, with random parameters. */
export interface Shape {
  readonly name: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5' | 'Q6';
  readonly description: string;
  /** Returns random parameters, in the order of the hand-written statement. */
  readonly randomParameters: (random: RandomGenerator, pool: ParameterPool) => Parameters;
  readonly chancery: ContestantQuery;
  readonly postgraphile: ContestantQuery & {
    /** Converts the data of a response to the names and nesting of Chancery's response. */
    readonly translate: (data: Record<string, unknown>) => unknown;
  };
}

/** The parameters of one request by name, in the order of $1, $2, … in the statement. */
export type Parameters = Readonly<Record<string, string>>;

interface ContestantQuery {
  readonly query: string;
  readonly variables: (parameters: Parameters) => Readonly<Record<string, unknown>>;
}
