import { inOnePiece } from '../compile/in-one-piece.ts';

// A place takes room before anything is written there.
const perPlace = 200;

/**
 * What was written of held rows, by the place of a plan that writes them and by what tells them apart there: answers name
 * the same few states and organizations over and over. It belongs to the rows of one revision, and goes with them.
 */
export class InMemoryTexts {
  readonly #most: number;
  readonly #places = new Map<object, Map<string, string>>();
  #characters = 0;

  /** Texts of at most so many characters together; past them all are forgotten and begun anew. */
  constructor(most = 16_000_000) {
    this.#most = most;
  }

  /** What a place has written so far. */
  of(place: object): ReadonlyMap<string, string> {
    return this.#at(place);
  }

  /** Keeps what a place has written, and gives it back. */
  keep(place: object, key: string, text: string): string {
    if (this.#characters + text.length > this.#most) {
      this.#places.clear();
      this.#characters = 0;
    }
    this.#characters += key.length + text.length;
    const whole = inOnePiece(text);
    // The key may be a piece of a longer text, which it would keep.
    this.#at(place).set(inOnePiece(key), whole);
    return whole;
  }

  #at(place: object): Map<string, string> {
    const known = this.#places.get(place);
    if (known) return known;
    const made = new Map<string, string>();
    this.#places.set(place, made);
    this.#characters += perPlace;
    return made;
  }
}
