import type { Comparison, Member, RatedDyadValue } from './comparison.ts';

/** One row of the matrix of dyads: a state, and the value for it and each state that follows it. */
export interface DyadRow {
  readonly state: Member;
  readonly others: readonly (RatedDyadValue & { readonly state: Member })[];
}

/** Throws when nobody waits for the result of a computation any more. */
export type ThrowIfCancelled = () => void;

/**
 * Compares all dyads of a window, each once. Yields one row for each state, with the states that follow it. Calls
 * `throwIfCancelled` before each row.
 */
export function* allDyads({ members, compare }: Comparison, throwIfCancelled: ThrowIfCancelled): Generator<DyadRow> {
  for (const [at, state] of members.entries()) {
    throwIfCancelled();
    yield {
      state,
      others: members.slice(at + 1).map((other) => ({ state: other, ...compare(state.id, other.id) })),
    };
  }
}
