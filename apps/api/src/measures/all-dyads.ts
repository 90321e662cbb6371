import { setImmediate } from 'node:timers/promises';
import type { Comparison, Member, RatedDyadValue } from './comparison.ts';

/** A state with what it is to those after it, or to all others. */
export interface DyadRow {
  readonly state: Member;
  readonly others: readonly (RatedDyadValue & { readonly state: Member })[];
}

/** How long others may have to wait while dyads are compared, in milliseconds. */
const patience = 15;

/**
 * Compares all dyads of a window, each once: state by state with those after it. Whoever else waits for the server has
 * their turn in between.
 */
export async function* allDyads({ members, compare }: Comparison): AsyncGenerator<DyadRow> {
  let since = performance.now();
  for (const [at, state] of members.entries()) {
    yield {
      state,
      others: members.slice(at + 1).map((other) => ({ state: other, ...compare(state.id, other.id) })),
    };
    if (performance.now() - since < patience) continue;
    await setImmediate();
    since = performance.now();
  }
}
