import type { Operation } from '@chancery/changesets';

/** The changeset that an editor is working in. */
export interface CurrentChangeset {
  readonly id: string;
  /** Title under which the server is to open the changeset; absent once it is open. */
  readonly opening?: string;
}

/** The storages of a window: one for the window, one for all windows of the browser. */
type Storages = Pick<Window, 'sessionStorage' | 'localStorage'>;

const keyPrefix = 'chancery.desk';

/**
 * Stores in the browser the current changeset and the operations that the server has not confirmed yet. Each operation
 * has its own key, so that two windows do not overwrite each other's work. If two windows send the same operation, the
 * server applies it once, because both send the same id.
 */
export class UnsavedWork {
  readonly #prefix: string;
  readonly #storages: Storages;

  /** @param person The id of the signed-in editor. Each editor has keys of their own. */
  constructor(person: string, storages: Storages = globalThis) {
    this.#prefix = `${keyPrefix}.${person}`;
    this.#storages = storages;
  }

  /**
   * Returns the changeset of this window, or else the one that any window stored last; `undefined` if there is none.
   */
  currentChangeset(): CurrentChangeset | undefined {
    const { sessionStorage, localStorage } = this.#storages;
    const key = `${this.#prefix}.changeset`;
    const stored = sessionStorage.getItem(key) ?? localStorage.getItem(key);
    return stored ? (JSON.parse(stored) as CurrentChangeset) : undefined;
  }

  setCurrentChangeset(current: CurrentChangeset | undefined): void {
    const { sessionStorage, localStorage } = this.#storages;
    for (const storage of [sessionStorage, localStorage]) {
      if (current) storage.setItem(`${this.#prefix}.changeset`, JSON.stringify(current));
      else storage.removeItem(`${this.#prefix}.changeset`);
    }
  }

  /** Returns the stored operations of a changeset in the order in which they were written. */
  operations(changeset: string): Operation[] {
    const prefix = this.#key(changeset, '');
    const { localStorage } = this.#storages;
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as { at: number; operation: Operation })
      .sort((a, b) => a.at - b.at)
      .map(({ operation }) => operation);
  }

  /** Writes operations to the local storage, to keep them until the server has confirmed them. */
  store(changeset: string, operations: readonly Operation[]): void {
    for (const [index, operation] of operations.entries()) {
      const at = performance.timeOrigin + performance.now() + index / 1_000;
      this.#storages.localStorage.setItem(this.#key(changeset, operation.id), JSON.stringify({ at, operation }));
    }
  }

  /** Removes operations from the local storage once they no longer need to be sent. */
  remove(changeset: string, operations: readonly Operation[]): void {
    for (const { id } of operations) this.#storages.localStorage.removeItem(this.#key(changeset, id));
  }

  #key(changeset: string, operation: string): string {
    return `${this.#prefix}.waiting.${changeset}.${operation}`;
  }
}
