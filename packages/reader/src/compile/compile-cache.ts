import type { FieldNode } from 'graphql';
import type { ResultRow } from './row.ts';

/** Caches compiled fields by result row, location and field nodes. */
export class CompileCache {
  readonly #compiled = new Map<string, unknown>();
  readonly #rows = new Map<ResultRow, number>();
  readonly #nodes = new Map<FieldNode, number>();

  /** Returns the cached result for a row, location and field nodes. Calls `compile` if there is none. */
  once<Result>(row: ResultRow, location: string, nodes: readonly FieldNode[], compile: () => Result): Result {
    const key = `${numberOf(this.#rows, row)} ${location} ${nodes.map((node) => numberOf(this.#nodes, node)).join()}`;
    // Each location has one caller, so the key determines the type.
    if (this.#compiled.has(key)) return this.#compiled.get(key) as Result;
    const result = compile();
    this.#compiled.set(key, result);
    return result;
  }
}

function numberOf<Item>(numbers: Map<Item, number>, item: Item): number {
  const number = numbers.get(item) ?? numbers.size;
  numbers.set(item, number);
  return number;
}
