/** Runs work that shares a key one after the other, in the order of the calls. */
export interface KeyedQueue {
  /** Runs `work` when all earlier work with one of the keys has ended; `undefined` if too much of it is waiting. */
  readonly run: <Result>(keys: readonly string[], work: () => Promise<Result>) => Promise<Result | undefined>;
}

/** Creates a queue in which at most `longest` calls wait for each key. Keys without work use no memory. */
export function keyedQueue(longest: number): KeyedQueue {
  const tails = new Map<string, { readonly ended: Promise<unknown>; length: number }>();
  return {
    run: async (keys, work) => {
      if (keys.some((key) => (tails.get(key)?.length ?? 0) > longest)) return undefined;
      const earlier = Promise.all(keys.map((key) => tails.get(key)?.ended));
      const result = earlier.then(work);
      // Work that fails does not hold up the work behind it.
      const ended = result.catch(() => undefined);
      // No other call comes in between, so all keys are taken at once and calls cannot wait for each other.
      for (const key of keys) tails.set(key, { ended, length: (tails.get(key)?.length ?? 0) + 1 });
      try {
        return await result;
      } finally {
        for (const key of keys) {
          const tail = tails.get(key);
          if (tail?.length === 1) tails.delete(key);
          else if (tail) tail.length -= 1;
        }
      }
    },
  };
}
