import type { FieldNode } from 'graphql';
import type { Row } from './row.ts';

/** What a compiler has made of fields, by the row for which they were asked, the place, and the nodes that ask. */
export class MadeOnce {
  readonly #made = new Map<string, unknown>();
  readonly #rows = new Map<Row, number>();
  readonly #nodes = new Map<FieldNode, number>();

  /** What was made of the same before, or else is made now. */
  once<Made>(row: Row, where: string, nodes: readonly FieldNode[], make: () => Made): Made {
    const key = `${numberOf(this.#rows, row)} ${where} ${nodes.map((node) => numberOf(this.#nodes, node)).join()}`;
    // A key names who made what it stands for, and with it its type.
    if (this.#made.has(key)) return this.#made.get(key) as Made;
    const made = make();
    this.#made.set(key, made);
    return made;
  }
}

function numberOf<Item>(numbers: Map<Item, number>, item: Item): number {
  const known = numbers.get(item) ?? numbers.size;
  numbers.set(item, known);
  return known;
}
