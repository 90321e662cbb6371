import type { Operation } from '@chancery/changesets';
import { factTypeOfId, labelText } from '@chancery/codebook';
import { type Draft, draftOf, type ServerFact } from './draft.ts';
import { emptyWorkState, type WorkState } from './work-state.ts';

/**
 * Holds the state of the editor's work, calls listeners when it changes, and computes drafts and labels. Sends no
 * requests.
 */
export class WorkStore {
  readonly #canUndo: () => boolean;
  readonly #listeners = new Set<() => void>();
  #state: WorkState = emptyWorkState;
  #drafts = new Map<
    string,
    { readonly facts: WorkState['serverFacts']; readonly pending: readonly Operation[]; readonly draft: Draft }
  >();

  /** @param canUndo Returns whether there is a change to undo. Called with each change of the state. */
  constructor(canUndo: () => boolean) {
    this.#canUndo = canUndo;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): WorkState => this.#state;

  /** Changes parts of the state and calls the listeners. */
  set(change: Partial<WorkState>): void {
    this.#state = { ...this.#state, ...change, canUndo: this.#canUndo() };
    for (const listener of this.#listeners) listener();
  }

  /** Closes the changeset: keeps the loaded facts and labels, drops everything else, and then applies `change`. */
  reset(change: Partial<WorkState> = {}): void {
    const { labels } = this.#state;
    this.set({ ...emptyWorkState, labels, serverFacts: this.factsWithoutOperations(), ...change });
  }

  /** Returns a fact as it will be after the merge of the changeset. Returns the same object until the fact changes. */
  draft(id: string): Draft {
    const { serverFacts, pending } = this.#state;
    const last = this.#drafts.get(id);
    const isSame =
      last !== undefined &&
      last.facts.get(id) === serverFacts.get(id) &&
      (last.pending === pending || !differOn(id, last.pending, pending));
    if (isSame) return last.draft;
    const draft = draftOf(id, serverFacts.get(id), pending);
    this.#drafts.set(id, { facts: serverFacts, pending, draft });
    return draft;
  }

  /**
   * Returns the label of a fact. The label of an unpublished fact is computed from its values. Returns an ellipsis if the
   * label is not loaded.
   */
  nameOf(id: string): string {
    const type = factTypeOfId(id);
    const { labels, serverFacts } = this.#state;
    const isDraft = serverFacts.get(id)?.published === undefined;
    const draft = type && isDraft ? this.draft(id) : undefined;
    if (type && draft && draft.status !== 'none') return labelText(type, draft.values, (link) => this.nameOf(link));
    return labels.get(id) ?? '…';
  }

  /** Adds labels of facts. They replace labels that are already loaded. */
  addLabels(labelled: readonly { readonly id: string; readonly label: string }[]): void {
    this.set({ labels: new Map([...this.#state.labels, ...labelled.map(({ id, label }) => [id, label] as const)]) });
  }

  /** Returns the loaded facts, each without the operations of the changeset. */
  factsWithoutOperations(): Map<string, ServerFact> {
    return new Map(
      [...this.#state.serverFacts].map(([id, { published }]) => [
        id,
        { ...(published ? { published } : {}), operations: [] },
      ]),
    );
  }
}

function differOn(id: string, a: readonly Operation[], b: readonly Operation[]): boolean {
  const of = (operations: readonly Operation[]) => operations.filter(({ fact }) => fact === id);
  const [before, after] = [of(a), of(b)];
  return before.length !== after.length || before.some((operation, index) => operation !== after[index]);
}
