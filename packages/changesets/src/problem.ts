/** The severity of a problem. A changeset with an error cannot be submitted or merged; a warning stops neither. */
export type Severity = 'error' | 'warning';

/** A finding about an operation. `message` tells an editor in full sentences what is wrong, where, and what to do. */
export interface Problem {
  /** The code of the rule or other check that found the problem, in kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The id of the fact that has the problem. */
  readonly fact?: string;
  /** The name of the field that has the problem. */
  readonly field?: string;
  /** The id of the operation that causes the problem. */
  readonly operation?: string;
}

/** What a parser returns: the parsed value, or the problems in its input that the sender can correct. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };
