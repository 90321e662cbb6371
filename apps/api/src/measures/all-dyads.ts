import { setImmediate } from 'node:timers/promises';
import type { Comparison, Member, RatedDyadValue } from './comparison.ts';

/** One row of the matrix of dyads: a state, and the value for it and each state that follows it. */
export interface DyadRow {
  readonly state: Member;
  readonly others: readonly (RatedDyadValue & { readonly state: Member })[];
}

/** How long the comparison may block the event loop before it lets other requests run, in milliseconds. */
const maxBlockMs = 15;

/**
 * Compares all dyads of a window, each once. Yields one row for each state, with the states that follow it. Lets other
 * requests run between rows.
 */
export async function* allDyads({ members, compare }: Comparison): AsyncGenerator<DyadRow> {
  let since = performance.now();
  for (const [at, state] of members.entries()) {
    yield {
      state,
      others: members.slice(at + 1).map((other) => ({ state: other, ...compare(state.id, other.id) })),
    };
    if (performance.now() - since < maxBlockMs) continue;
    await setImmediate();
    since = performance.now();
  }
}
