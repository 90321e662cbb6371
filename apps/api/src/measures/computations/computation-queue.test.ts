import { describe, expect, it } from '@jest/globals';
import { createComputationQueue, type Lane } from './computation-queue.ts';

/** Creates a queue, with a function that adds work to it, and one that ends what has run longest. */
function openQueue(maxRunning: number, maxWaiting: number) {
  const queue = createComputationQueue(maxRunning, maxWaiting);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const add = (lane: Lane, name: string) =>
    queue.add(lane, () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const endOldest = async () => {
    ends.shift()?.();
    // Work ends in a microtask.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, add, endOldest };
}

describe('the queue of computations', () => {
  it('runs a limited number at once, and the two lanes take turns', async () => {
    const { queue, begun, add, endOldest } = openQueue(1, 10);
    for (const name of ['f1', 'f2', 'f3']) add('files', name);
    for (const name of ['q1', 'q2']) add('fields', name);
    expect([begun, queue.running(), queue.waiting()]).toEqual([['f1'], 1, 4]);
    for (let left = 5; left > 0; left -= 1) await endOldest();
    expect(begun).toEqual(['f1', 'q1', 'f2', 'q2', 'f3']);
    expect([queue.running(), queue.waiting()]).toEqual([0, 0]);
  });

  it('refuses work when it is full, and forgets work that is removed', async () => {
    const { queue, begun, add, endOldest } = openQueue(1, 1);
    add('fields', 'one');
    const remove = add('fields', 'two');
    expect(add('files', 'three')).toBeUndefined();
    remove?.();
    expect(queue.waiting()).toBe(0);
    expect(add('files', 'four')).toBeDefined();
    await endOldest();
    expect(begun).toEqual(['one', 'four']);
  });
});
