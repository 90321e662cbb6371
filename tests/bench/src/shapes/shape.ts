import type { Random } from '../register/random.ts';

/** What the variables of shapes are made of: values that the generated register holds. */
export interface Material {
  readonly codes: readonly string[];
  readonly states: readonly string[];
  readonly instrumentTypes: readonly string[];
  readonly texts: readonly string[];
  /** Today's date in UTC. */
  readonly today: string;
}

/** One form of question, put to every contestant in its own language. */
export interface Shape {
  readonly name: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5' | 'Q6';
  readonly asks: string;
  /** One of its many sets of variables, as the hand-written statement takes them, in order. */
  readonly some: (random: Random, material: Material) => Parameters;
  readonly chancery: Question;
  readonly postgraphile: Question & {
    /** Gives the answer the form of Chancery's, as far as names and nesting go. */
    readonly translate: (data: Record<string, unknown>) => unknown;
  };
}

/** Values of one question, by name; their order is that of the statement’s $1, $2, … */
export type Parameters = Readonly<Record<string, string>>;

interface Question {
  readonly query: string;
  readonly variables: (parameters: Parameters) => Readonly<Record<string, unknown>>;
}
