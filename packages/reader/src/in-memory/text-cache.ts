import { flatString } from '../compile/flat-string.ts';

// The approximate size of an empty map, in characters.
const emitterOverhead = 200;

/**
 * Caches JSON that was written from in-memory rows, because responses repeat the same few states and organizations.
 * Texts are stored per emitter (a part of a plan) and per key that the emitter chooses. A cache is for the rows of one
 * revision.
 */
export class TextCache {
  readonly #maxCharacters: number;
  readonly #emitters = new Map<object, Map<string, string>>();
  #characters = 0;

  /** When its texts would have more than about `maxCharacters` characters together, the cache is cleared. */
  constructor(maxCharacters = 16_000_000) {
    this.#maxCharacters = maxCharacters;
  }

  /** Returns the texts that an emitter has stored, by key. */
  of(emitter: object): ReadonlyMap<string, string> {
    return this.#textsOf(emitter);
  }

  /** Stores a text of an emitter under a key. Returns the text as it is stored: flat, see {@link flatString}. */
  set(emitter: object, key: string, text: string): string {
    if (this.#characters + text.length > this.#maxCharacters) {
      this.#emitters.clear();
      this.#characters = 0;
    }
    this.#characters += key.length + text.length;
    const flat = flatString(text);
    // The key may be a slice of a longer string, which it would keep in memory.
    this.#textsOf(emitter).set(flatString(key), flat);
    return flat;
  }

  #textsOf(emitter: object): Map<string, string> {
    const existing = this.#emitters.get(emitter);
    if (existing) return existing;
    const texts = new Map<string, string>();
    this.#emitters.set(emitter, texts);
    this.#characters += emitterOverhead;
    return texts;
  }
}
