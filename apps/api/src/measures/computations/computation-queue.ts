/** Where a computation waits: fields of GraphQL operations and parts of files take turns. */
export type Lane = 'fields' | 'files';

/** A queue of work of which at most `maxRunning` runs at once, and at most `maxWaiting` waits. */
export interface ComputationQueue {
  /**
   * Runs work as soon as there is room. Returns a function that removes it from the queue, which does nothing once it
   * runs, or `undefined` if the queue is full.
   */
  readonly add: (lane: Lane, work: () => Promise<void>) => (() => void) | undefined;
  readonly waiting: () => number;
  readonly running: () => number;
}

/** Creates a queue. The two lanes take turns; within a lane, what came first runs first. `work` must not reject. */
export function createComputationQueue(maxRunning: number, maxWaiting: number): ComputationQueue {
  const lanes: Readonly<Record<Lane, Set<() => Promise<void>>>> = { fields: new Set(), files: new Set() };
  let next: Lane = 'fields';
  let running = 0;
  const waiting = () => lanes.fields.size + lanes.files.size;
  const take = () => {
    const other: Lane = next === 'fields' ? 'files' : 'fields';
    const lane = lanes[next].size > 0 ? next : other;
    const [work] = lanes[lane];
    if (!work) return undefined;
    lanes[lane].delete(work);
    next = lane === 'fields' ? 'files' : 'fields';
    return work;
  };
  const fill = () => {
    while (running < maxRunning) {
      const work = take();
      if (!work) return;
      running += 1;
      void work().finally(() => {
        running -= 1;
        fill();
      });
    }
  };
  return {
    add: (lane, work) => {
      if (running >= maxRunning && waiting() >= maxWaiting) return undefined;
      lanes[lane].add(work);
      fill();
      return () => void lanes[lane].delete(work);
    },
    waiting,
    running: () => running,
  };
}
