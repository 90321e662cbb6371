/**
 * What was written of held rows, by the place of a plan that writes them and the id of the row: answers name the same few
 * states and organizations over and over. It belongs to the rows of one revision, and goes with them.
 */
export class HeldTexts {
  readonly #most: number;
  readonly #places = new Map<object, Map<string, string>>();
  #characters = 0;

  /** Texts of at most so many characters together; past them all are forgotten and begun anew. */
  constructor(most = 16_000_000) {
    this.#most = most;
  }

  /** What a place has written of a row, if it is known. */
  find(place: object, id: string): string | undefined {
    return this.#places.get(place)?.get(id);
  }

  /** Keeps what a place has written of a row, and gives it back. */
  keep(place: object, id: string, text: string): string {
    if (this.#characters + text.length > this.#most) {
      this.#places.clear();
      this.#characters = 0;
    }
    this.#characters += text.length;
    const texts = this.#places.get(place) ?? new Map<string, string>();
    this.#places.set(place, texts);
    const whole = inOnePiece(text);
    texts.set(id, whole);
    return whole;
  }
}

/** V8 keeps what was put together from pieces as these pieces, and would walk through them again for each answer. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}
