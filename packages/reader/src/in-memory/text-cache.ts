import { cacheBytes } from '../cache/cache-bytes.ts';
import type { CacheSize } from '../cache/cache-size.ts';
import { flatString } from '../compile/flat-string.ts';

// The approximate bytes of an empty map, and of a stored text besides its characters.
const emitterOverhead = 400;
const textOverhead = 100;

/**
 * Caches JSON that was written from in-memory rows, because responses repeat the same few states and organizations.
 * Texts are stored per emitter (a part of a plan) and per key that the emitter chooses. A cache is for the rows of one
 * revision.
 */
export class TextCache {
  readonly #maxBytes: number;
  readonly #emitters = new Map<object, Map<string, string>>();
  #entries = 0;
  #bytes = 0;

  /** When its texts would take more than about `maxBytes` bytes together, the cache is cleared. */
  constructor(maxBytes: number = cacheBytes.inMemoryTexts) {
    this.#maxBytes = maxBytes;
  }

  /** Returns the number of texts and their estimated bytes. */
  size(): CacheSize {
    return { name: 'in-memory texts', entries: this.#entries, bytes: this.#bytes, maxBytes: this.#maxBytes };
  }

  /** Returns the texts that an emitter has stored, by key; undefined if it has stored none. */
  of(emitter: object): ReadonlyMap<string, string> | undefined {
    return this.#emitters.get(emitter);
  }

  /** Stores a text of an emitter under a key. Returns the text as it is stored: flat, see {@link flatString}. */
  set(emitter: object, key: string, text: string): string {
    const flat = flatString(text);
    // At most two bytes per character.
    const bytes = (key.length + text.length) * 2 + textOverhead;
    // A text that alone would take a large part is not worth the others.
    if (bytes > this.#maxBytes / 8) return flat;
    if (this.#bytes + bytes > this.#maxBytes) this.#clear();
    this.#bytes += bytes;
    this.#entries += 1;
    // The key may be a slice of a longer string, which it would keep in memory.
    this.#textsOf(emitter).set(flatString(key), flat);
    return flat;
  }

  #textsOf(emitter: object): Map<string, string> {
    const existing = this.#emitters.get(emitter);
    if (existing) return existing;
    const texts = new Map<string, string>();
    this.#emitters.set(emitter, texts);
    this.#bytes += emitterOverhead;
    return texts;
  }

  #clear(): void {
    this.#emitters.clear();
    this.#entries = 0;
    this.#bytes = 0;
  }
}
