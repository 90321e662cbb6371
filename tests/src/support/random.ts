/** A source of chance that gives the same again for the same seed (mulberry32), so that a failure can be re-run. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    // Neighbouring seeds begin alike; a few steps apart they no longer do.
    for (let step = 0; step < 4; step += 1) this.float();
  }

  /** A number from 0 up to, not including, 1. */
  float(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not including, a limit. */
  below(limit: number): number {
    return Math.floor(this.float() * limit);
  }

  /** A whole number from one to another, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** Whether something happens that happens so often, 0 to 1. */
  chance(often: number): boolean {
    return this.float() < often;
  }

  /**
   * One of a list.
   * @throws Error when the list is empty.
   */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error('there is nothing to pick from');
    return items[this.below(items.length)] as Item;
  }

  /** One of a list, or nothing where it is empty. */
  maybe<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }

  /** The list in another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    for (let at = left.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [left[at], left[other]] = [left[other] as Item, left[at] as Item];
    }
    return left;
  }

  /** So many of a list, in no order. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    return this.shuffled(items).slice(0, count);
  }
}
