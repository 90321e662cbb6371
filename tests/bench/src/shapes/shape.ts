import type { Random } from '../register/random.ts';

/** Values of the generated register, from which the parameters of shapes are picked. */
export interface ParameterPool {
  readonly codes: readonly string[];
  readonly states: readonly string[];
  readonly instrumentTypes: readonly string[];
  readonly texts: readonly string[];
  /** Today's date in UTC. */
  readonly today: string;
}

/** A query shape, with the query of each contestant. */
export interface Shape {
  readonly name: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5' | 'Q6';
  readonly description: string;
  /** Returns random parameters, in the order of the hand-written statement. */
  readonly randomParameters: (random: Random, pool: ParameterPool) => Parameters;
  readonly chancery: ContestantQuery;
  readonly postgraphile: ContestantQuery & {
    /** Converts the data to the names and nesting of Chancery's response. */
    readonly translate: (data: Record<string, unknown>) => unknown;
  };
}

/** The parameters of one request by name, in the order of $1, $2, … in the statement. */
export type Parameters = Readonly<Record<string, string>>;

interface ContestantQuery {
  readonly query: string;
  readonly variables: (parameters: Parameters) => Readonly<Record<string, unknown>>;
}
