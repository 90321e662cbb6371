import type { Operation } from '@chancery/changesets';

/** The changeset that an editor is working in. */
export interface Pointer {
  readonly id: string;
  /** Title under which the server is to open the changeset; absent once it is open. */
  readonly opening?: string;
}

const keyPrefix = 'chancery.desk';

/**
 * Operations that the server has not confirmed yet, in the browser's local storage. Each operation has its own key, so
 * that two windows do not overwrite each other's work. When two windows send the same operation, the server applies it
 * once, because both send the same id.
 */
export class UnsavedWork {
  readonly #prefix: string;

  constructor(person: string) {
    this.#prefix = `${keyPrefix}.${person}`;
  }

  /** Returns the changeset of this window, or of the window that was used last. */
  pointer(): Pointer | undefined {
    const stored =
      sessionStorage.getItem(`${this.#prefix}.changeset`) ?? localStorage.getItem(`${this.#prefix}.changeset`);
    return stored ? (JSON.parse(stored) as Pointer) : undefined;
  }

  setPointer(pointer: Pointer | undefined): void {
    for (const storage of [sessionStorage, localStorage]) {
      if (pointer) storage.setItem(`${this.#prefix}.changeset`, JSON.stringify(pointer));
      else storage.removeItem(`${this.#prefix}.changeset`);
    }
  }

  /** Returns the stored operations of a changeset in the order in which they were written. */
  operations(changeset: string): Operation[] {
    const prefix = this.#key(changeset, '');
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as { at: number; operation: Operation })
      .sort((a, b) => a.at - b.at)
      .map(({ operation }) => operation);
  }

  store(changeset: string, operations: readonly Operation[]): void {
    for (const [index, operation] of operations.entries()) {
      const at = performance.timeOrigin + performance.now() + index / 1_000;
      localStorage.setItem(this.#key(changeset, operation.id), JSON.stringify({ at, operation }));
    }
  }

  /** Removes operations that the server has confirmed or that the editor has discarded. */
  remove(changeset: string, operations: readonly Operation[]): void {
    for (const { id } of operations) localStorage.removeItem(this.#key(changeset, id));
  }

  #key(changeset: string, operation: string): string {
    return `${this.#prefix}.waiting.${changeset}.${operation}`;
  }
}
