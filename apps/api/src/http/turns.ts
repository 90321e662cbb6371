import { setImmediate } from 'node:timers/promises';

/** Turns of work that blocks the event loop for milliseconds. */
export interface Turns {
  /** Waits until the work of those who called before has begun, and everything else that is ready has run once. */
  readonly turn: () => Promise<void>;
}

/** Creates a queue that gives one turn in each round of the event loop, so that short requests run in between. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    turn: async () => {
      last = last.then(() => setImmediate());
      await last;
    },
  };
}
