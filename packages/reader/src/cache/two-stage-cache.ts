import { LRUCache } from 'lru-cache';
import type { CacheSize } from './cache-size.ts';

/**
 * A cache of limited bytes in which values that are never used again cannot displace values in use: a new value enters
 * the first stage, a quarter of the bytes, and moves to the second stage when it is first used. Each stage drops what
 * was not used for longest.
 */
export class TwoStageCache<Value extends object> {
  readonly #name: string;
  readonly #maxBytes: number;
  readonly #bytesOf: (value: Value) => number;
  readonly #first: LRUCache<string, Value>;
  readonly #second: LRUCache<string, Value>;

  /** `bytesOf` estimates the bytes of a value without its key. It is called when a value enters a stage. */
  constructor(name: string, maxBytes: number, bytesOf: (value: Value) => number) {
    this.#name = name;
    this.#maxBytes = maxBytes;
    this.#bytesOf = bytesOf;
    const maxFirst = Math.floor(maxBytes / 4);
    this.#first = new LRUCache({ maxSize: maxFirst });
    this.#second = new LRUCache({ maxSize: maxBytes - maxFirst });
  }

  /** Returns the value under a key; undefined if it is not cached. */
  get(key: string): Value | undefined {
    const used = this.#second.get(key);
    if (used) return used;
    const value = this.#first.get(key);
    if (!value) return undefined;
    this.#first.delete(key);
    this.#second.set(key, value, { size: this.#sizeOf(key, value) });
    return value;
  }

  /** Stores a value, unless it alone is larger than the first stage. */
  set(key: string, value: Value): void {
    this.#first.set(key, value, { size: this.#sizeOf(key, value) });
  }

  /** Removes a value. Returns whether it was cached. */
  delete(key: string): boolean {
    return this.#first.delete(key) || this.#second.delete(key);
  }

  /** Returns the number of cached values and their estimated bytes. */
  size(): CacheSize {
    return {
      name: this.#name,
      entries: this.#first.size + this.#second.size,
      bytes: this.#first.calculatedSize + this.#second.calculatedSize,
      maxBytes: this.#maxBytes,
    };
  }

  #sizeOf(key: string, value: Value): number {
    return Math.ceil(this.#bytesOf(value)) + key.length + itemOverhead;
  }
}

// A cache item needs about this many bytes besides its key and value.
const itemOverhead = 200;
