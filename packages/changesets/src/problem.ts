/** Errors stop a changeset from being submitted and merged; warnings are counted and shown to the reviewer. */
export type Severity = 'error' | 'warning';

/** A finding about a changeset. `message` tells an editor in full sentences what is wrong, where, and what to do. */
export interface Problem {
  /** The code of the rule that found it, in kebab-case. */
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

/** The outcome of a function that may fail for reasons that an editor can correct. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };
