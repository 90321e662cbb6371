import type { Operation } from '@chancery/changesets';
import type { Draft } from './draft.ts';
import { inverseOf } from './inverse.ts';

/** The changes of this window that can be undone. Each is stored as the operations that undo it, the latest last. */
export class UndoHistory {
  #changes: (readonly Operation[])[] = [];

  readonly canUndo = (): boolean => this.#changes.length > 0;

  /**
   * Adds a change. A change with an operation that has no inverse is left out, and cannot be undone.
   * @param draftBefore Returns a fact as it was before the change.
   */
  add(operations: readonly Operation[], draftBefore: (fact: string) => Draft): void {
    const inverses = operations.map((operation) => inverseOf(operation, draftBefore(operation.fact))).reverse();
    if (inverses.every((operation) => operation !== undefined)) this.#changes.push(inverses);
  }

  /** Removes the latest change and returns the operations that undo it; `undefined` if there is no change. */
  pop(): readonly Operation[] | undefined {
    return this.#changes.pop();
  }

  clear(): void {
    this.#changes = [];
  }
}
