import type { Operation } from '@chancery/changesets';

/** Which changeset an editor works in. The title is there until the server has opened it. */
export interface Pointer {
  readonly id: string;
  readonly opening?: string;
}

const root = 'chancery.desk';

/**
 * What an editor has written and the server has not confirmed, kept in the browser: each operation under a key of its
 * own, so that two windows do not write over each other. An operation that two windows send has one effect, for its id is
 * its own.
 */
export class UnsavedWork {
  readonly #prefix: string;

  constructor(person: string) {
    this.#prefix = `${root}.${person}`;
  }

  /** The changeset of this window, or of the window that was used last. */
  pointer(): Pointer | undefined {
    const kept =
      sessionStorage.getItem(`${this.#prefix}.changeset`) ?? localStorage.getItem(`${this.#prefix}.changeset`);
    return kept ? (JSON.parse(kept) as Pointer) : undefined;
  }

  point(pointer: Pointer | undefined): void {
    for (const storage of [sessionStorage, localStorage]) {
      if (pointer) storage.setItem(`${this.#prefix}.changeset`, JSON.stringify(pointer));
      else storage.removeItem(`${this.#prefix}.changeset`);
    }
  }

  /** Operations that wait for a changeset, in the order in which they were written. */
  waiting(changeset: string): Operation[] {
    const prefix = this.#key(changeset, '');
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as { at: number; operation: Operation })
      .sort((a, b) => a.at - b.at)
      .map(({ operation }) => operation);
  }

  keep(changeset: string, operations: readonly Operation[]): void {
    for (const [index, operation] of operations.entries()) {
      const at = performance.timeOrigin + performance.now() + index / 1_000;
      localStorage.setItem(this.#key(changeset, operation.id), JSON.stringify({ at, operation }));
    }
  }

  /** Forgets operations that the server has, or that the editor has given up. */
  forget(changeset: string, operations: readonly Operation[]): void {
    for (const { id } of operations) localStorage.removeItem(this.#key(changeset, id));
  }

  #key(changeset: string, operation: string): string {
    return `${this.#prefix}.waiting.${changeset}.${operation}`;
  }
}
