import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How many statements may have a name. Each takes memory in every connection of the pool. */
export interface NameLimits {
  readonly maxNames: number;
  /** The maximum characters of all statements with a name together. */
  readonly maxNamedLength: number;
  /** The maximum bytes of the texts that are counted but have no name, by estimate. */
  readonly maxCountedBytes: number;
}

interface NamedStatement {
  readonly name: string;
  uses: number;
}

// A statement that runs only a few times is not worth the memory.
const usesBeforeName = 3;
// A shorter interval forgets statements that are used rarely but regularly.
const usesBetweenHalvings = 5_000;

/**
 * Gives names to the statements that are used most, so that Postgres keeps them prepared. Counts of uses are halved at
 * intervals: a statement loses its name to another one that was used more than twice as often of late. Statements that
 * are used equally often therefore do not take each other's names in turns.
 */
export class StatementNames {
  readonly #limits: NameLimits;
  readonly #named = new Map<string, NamedStatement>();
  readonly #names = new Set<string>();
  readonly #counted: LRUCache<string, { uses: number }>;
  #namedLength = 0;
  #uses = 0;
  #removals = 0;

  constructor(limits: NameLimits) {
    this.#limits = limits;
    this.#counted = new LRUCache({
      maxSize: limits.maxCountedBytes,
      sizeCalculation: (_count, text) => text.length + 200,
    });
  }

  /** The number of times that a statement has lost its name. */
  get removals(): number {
    return this.#removals;
  }

  /** Whether a statement has this name now. */
  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Counts a use of a statement. Returns its name, or undefined if it should run without one. */
  use(text: string): string | undefined {
    this.#uses += 1;
    if (this.#uses % usesBetweenHalvings === 0) this.#halve();
    const named = this.#named.get(text);
    if (named) {
      named.uses += 1;
      return named.name;
    }
    // A statement that takes more than a third of the space would displace too many others.
    if (text.length > this.#limits.maxNamedLength / 3) return undefined;
    const counted = this.#counted.get(text);
    if (!counted) {
      this.#counted.set(text, { uses: 1 });
      return undefined;
    }
    counted.uses += 1;
    if (counted.uses <= usesBeforeName || !this.#makeRoom(text.length, counted.uses)) return undefined;
    this.#counted.delete(text);
    // A hash of the text: other processes may name statements on the same connections, behind a connection pooler.
    const name = `${namePrefix}${createHash('sha256').update(text).digest('base64url')}`;
    this.#named.set(text, { name, uses: counted.uses });
    this.#names.add(name);
    this.#namedLength += text.length;
    return name;
  }

  /** Returns the number of names, the characters of their statements, and the bytes of the counted texts. */
  size(): { readonly names: number; readonly namedLength: number; readonly countedBytes: number } {
    return { names: this.#named.size, namedLength: this.#namedLength, countedBytes: this.#counted.calculatedSize };
  }

  /** Removes names of statements with less than half the uses until `length` fits. Returns whether it does. */
  #makeRoom(length: number, uses: number): boolean {
    const { maxNames, maxNamedLength } = this.#limits;
    while (this.#named.size >= maxNames || this.#namedLength + length > maxNamedLength) {
      let least: readonly [string, NamedStatement] | undefined;
      for (const entry of this.#named) if (!least || entry[1].uses < least[1].uses) least = entry;
      if (!least || least[1].uses * 2 >= uses) return false;
      this.#remove(...least);
    }
    return true;
  }

  #remove(text: string, { name, uses }: NamedStatement): void {
    this.#named.delete(text);
    this.#names.delete(name);
    this.#namedLength -= text.length;
    this.#removals += 1;
    this.#counted.set(text, { uses });
  }

  #halve(): void {
    for (const named of this.#named.values()) named.uses = Math.floor(named.uses / 2);
    for (const counted of this.#counted.values()) counted.uses = Math.floor(counted.uses / 2);
  }
}

/** The beginning of every name. */
export const namePrefix = 'read_';
