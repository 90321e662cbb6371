/** A random number generator that returns the same numbers for the same seed. */
export interface RandomGenerator {
  /** Returns a number from 0 up to, but not including, 1. */
  readonly next: () => number;
  /** Returns an integer from `from` to `to`, inclusive. */
  readonly within: (from: number, to: number) => number;
  /** Returns true with the given probability, from 0 to 1. */
  readonly chance: (probability: number) => boolean;
  /** Returns one of the items. Throws if there are none. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Returns `count` different items, or all if there are fewer, in random order. */
  readonly sample: <Item>(items: readonly Item[], count: number) => Item[];
}

/** Returns a random number generator (mulberry32) that starts from a seed. */
export function randomFrom(seed: number): RandomGenerator {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const within = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[within(0, items.length - 1)];
    if (item === undefined) throw new Error('cannot pick from an empty list');
    return item;
  };
  return {
    next,
    within,
    chance: (probability) => next() < probability,
    pick,
    sample: (items, count) => {
      const chosen = new Set<(typeof items)[number]>();
      while (chosen.size < Math.min(count, items.length)) chosen.add(pick(items));
      return [...chosen];
    },
  };
}

/**
 * Returns a function that picks an item at each call. Items near the start of the list are picked more often, as some
 * states sign most agreements; with a higher `steepness`, much more often.
 */
export function weightedPick<Item>(random: RandomGenerator, items: readonly Item[], steepness = 0.5): () => Item {
  let sum = 0;
  const sums = items.map((_item, at) => {
    sum += 1 / (at + 3) ** steepness;
    return sum;
  });
  return () => {
    const target = random.next() * sum;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return items[low] as Item;
  };
}
