import {
  type Conflict,
  type ConflictResolution,
  maxFactsOfRequest,
  type Operation,
  resolveConflict,
} from '@chancery/changesets';
import { factTypeOfId, newDeskId } from '@chancery/codebook';
import { callDesk } from '../../endpoints/call-desk.ts';
import type { DeskAnswer, DeskError } from '../../endpoints/desk-answer.ts';
import {
  DiscardFactsDocument,
  LabelsOfDocument,
  MyChangesetsDocument,
  RenameChangesetDocument,
  StandingFactsDocument,
  type WorkChangesetFragment,
} from '../../generated/desk/graphql.ts';
import { changesetServer } from './changeset-server.ts';
import type { Draft } from './draft.ts';
import { toPublishedFact } from './operation-conversion.ts';
import { SaveQueue } from './save-queue.ts';
import { texts } from './texts.tsx';
import { UndoHistory } from './undo-history.ts';
import { UnsavedWork } from './unsaved-work.ts';
import { emptyWorkState, type RefusedOperation, type WorkState } from './work-state.ts';
import { WorkStore } from './work-store.ts';

/**
 * The work of an editor: the current changeset, the facts that it changes, and the operations that the server has not
 * confirmed yet. An operation is written to the browser's storage first, and removed once the server has confirmed or
 * refused it.
 */
export class Work {
  readonly #undo = new UndoHistory();
  readonly #store = new WorkStore(this.#undo.canUndo);
  readonly #unsaved: UnsavedWork;
  readonly #queue: SaveQueue;

  constructor(person: string) {
    this.#unsaved = new UnsavedWork(person);
    this.#queue = new SaveQueue(this.#store, this.#unsaved, changesetServer(person));
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  readonly state = (): WorkState => this.#store.state();

  /**
   * Registers a callback that writes input still being typed. The callback runs before each save and when the page is
   * left. Returns a function that removes the callback.
   */
  readonly onFlush = (flusher: () => void): (() => void) => this.#queue.onFlush(flusher);

  /** Returns a fact as it will be after the merge of the changeset. Returns the same object until the fact changes. */
  draft(id: string): Draft {
    return this.#store.draft(id);
  }

  /** Returns the label of a fact, for a new fact computed from its values; an ellipsis if the label is not loaded. */
  nameOf(id: string): string {
    return this.#store.nameOf(id);
  }

  /** Adds labels of facts. They replace labels that are already loaded. */
  addLabels(labelled: Parameters<WorkStore['addLabels']>[0]): void {
    this.#store.addLabels(labelled);
  }

  /** Writes input still being typed to the browser's storage, as there is no time to send it when a window closes. */
  storeInput(): void {
    this.#queue.storeInput();
  }

  /**
   * Writes input still being typed, then sends the pending operations. Resolves when the save has succeeded or failed.
   * Sends nothing if the changeset is closed.
   */
  flush(): Promise<void> {
    return this.#queue.flush();
  }

  /**
   * Opens the changeset that this window had open last, with its unsaved operations. A window without one opens the
   * changeset that was opened last in any window, if there is one.
   */
  async start(): Promise<void> {
    const current = this.#unsaved.currentChangeset();
    if (current) await this.#open(current.id, current.opening);
    this.#store.set({ isLoaded: true });
  }

  /**
   * Saves the pending operations, then opens another changeset. Changes made before the switch can no longer be undone.
   */
  async switchTo(changeset: string): Promise<void> {
    await this.flush();
    this.#undo.clear();
    await this.#open(changeset);
  }

  /**
   * Saves the changeset and closes it in this window. Its status does not change. The next edit opens a new changeset.
   */
  async exit(): Promise<void> {
    await this.flush();
    this.#undo.clear();
    this.#unsaved.setCurrentChangeset(undefined);
    this.#store.reset({ isLoaded: true });
  }

  /**
   * Loads the newest 50 changesets of the signed-in editor that are drafts, in review, returned or approved.
   */
  async loadMyChangesets(): Promise<DeskAnswer<readonly WorkChangesetFragment[]>> {
    const answer = await callDesk(MyChangesetsDocument, {});
    return answer.ok ? { ok: true, data: answer.data.changesets.nodes } : answer;
  }

  /** Loads the given facts of the register that are not loaded yet. Returns the error if a request fails. */
  async loadFacts(ids: readonly string[]): Promise<DeskError | undefined> {
    const missing = [...new Set(ids)].filter((id) => !this.#store.state().serverFacts.has(id) && factTypeOfId(id));
    for (let from = 0; from < missing.length; from += 200) {
      const chunk = missing.slice(from, from + 200);
      const answer = await callDesk(StandingFactsDocument, { ids: chunk });
      if (!answer.ok) return answer.error;
      const serverFacts = new Map(this.#store.state().serverFacts);
      const labels = new Map(this.#store.state().labels);
      for (const id of chunk) if (!serverFacts.has(id)) serverFacts.set(id, { operations: [] });
      for (const fact of answer.data.standingFacts) {
        serverFacts.set(fact.id, {
          published: toPublishedFact(fact),
          operations: serverFacts.get(fact.id)?.operations ?? [],
        });
        labels.set(fact.id, fact.label);
      }
      this.#store.set({ serverFacts, labels });
    }
    return undefined;
  }

  /** Loads the labels of facts that have none yet, at most `maxFactsOfRequest`. Loads none if the request fails. */
  async loadLabels(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#store.state().labels.has(id)).slice(0, maxFactsOfRequest);
    if (missing.length === 0) return;
    const { changeset } = this.#store.state();
    const answer = await callDesk(LabelsOfDocument, {
      ids: missing,
      ...(changeset ? { changeset: changeset.id } : {}),
    });
    if (!answer.ok) return;
    this.addLabels(answer.data.labels);
  }

  /**
   * Writes operations to the browser's storage at once, then sends them to the server. Opens a changeset with the given
   * title when none is open.
   */
  write(operations: readonly Operation[], title: string): void {
    if (operations.length === 0) return;
    this.#undo.add(operations, (fact) => this.draft(fact));
    this.#queue.append(operations, title);
  }

  /** Undoes the last change of this window that can be undone, if there is one. */
  undo(): void {
    const last = this.#undo.pop();
    if (last) this.#queue.append(last, this.#store.state().changeset?.title ?? texts.stored.undone);
  }

  /** Resolves a conflict with another window. Writes nothing if the value of the other window is kept. */
  resolveConflict(conflict: Conflict, resolution: ConflictResolution): void {
    this.#store.set({ conflicts: this.#store.state().conflicts.filter((open) => open !== conflict) });
    const type = factTypeOfId(conflict.fact);
    if (!type || ('keep' in resolution && resolution.keep === 'theirs')) return;
    const operation: Operation = {
      id: newDeskId('operation'),
      kind: 'update',
      type,
      fact: conflict.fact,
      ...resolveConflict(conflict, resolution),
    };
    this.#queue.append([operation], '');
  }

  /** Removes a refused operation from the alerts. */
  dismissRefused({ id }: RefusedOperation['operation']): void {
    this.#store.set({ refused: this.#store.state().refused.filter(({ operation }) => operation.id !== id) });
  }

  /**
   * Saves the pending operations, then removes all operations on the given facts from the changeset. The changes so far
   * can no longer be undone. Returns an error message if that fails.
   */
  async discard(facts: readonly string[]): Promise<string | undefined> {
    await this.flush();
    const { changeset } = this.#store.state();
    if (!changeset) return undefined;
    const answer = await callDesk(DiscardFactsDocument, {
      changeset: changeset.id,
      version: changeset.version,
      facts: [...facts],
    });
    this.#undo.clear();
    if (!answer.ok) return answer.error.message;
    const { outcome } = answer.data;
    await this.#open(changeset.id);
    return outcome.__typename === 'Discarded' ? undefined : outcome.message;
  }

  /** Renames the changeset. Returns an error message if that fails. */
  async rename(title: string): Promise<string | undefined> {
    const { changeset } = this.#store.state();
    if (!changeset) return undefined;
    const answer = await callDesk(RenameChangesetDocument, { changeset: changeset.id, title });
    if (!answer.ok) return answer.error.message;
    const { outcome } = answer.data;
    if (outcome.__typename !== 'Described') return outcome.message;
    this.#store.set({ changeset: outcome.changeset });
    return undefined;
  }

  /** Moves unsaved operations to a new changeset with the given title, for when their own changeset is closed. */
  moveToNewChangeset(title: string): void {
    const { changeset, pending } = this.#store.state();
    if (changeset) this.#unsaved.remove(changeset.id, pending);
    this.#store.set({
      changeset: undefined,
      opening: undefined,
      pending: [],
      serverFacts: this.#store.factsWithoutOperations(),
      saving: { kind: 'idle' },
    });
    this.#queue.append(pending, title);
  }

  /** Discards the unsaved operations and closes the changeset in this window. */
  dropPending(): void {
    const { changeset, pending } = this.#store.state();
    if (changeset) this.#unsaved.remove(changeset.id, pending);
    this.#unsaved.setCurrentChangeset(undefined);
    this.#store.reset({ isLoaded: true });
  }

  /**
   * Reloads the changeset, because another person or page may have changed it. Does nothing while a save is in
   * progress.
   */
  async refresh(): Promise<void> {
    const { changeset } = this.#store.state();
    if (changeset && !this.#queue.isSending) await this.#open(changeset.id);
  }

  async #open(id: string, opening?: string): Promise<void> {
    const waiting = this.#unsaved.operations(id);
    this.#store.reset({ isLoaded: this.#store.state().isLoaded, pending: waiting });
    if (opening === undefined) {
      const error = await this.#queue.load(id);
      if (error && waiting.length === 0 && error.code !== 'OFFLINE' && error.code !== 'UNREACHABLE')
        return this.#unsaved.setCurrentChangeset(undefined);
      if (error) return this.#queue.handleSaveFailure(error);
      const status = this.#store.state().changeset?.status;
      if (status === 'MERGED' || status === 'MERGING' || status === 'DISCARDED') return this.#onClosed(status, waiting);
    }
    this.#unsaved.setCurrentChangeset({ id, ...(opening === undefined ? {} : { opening }) });
    this.#store.set({ opening });
    if (waiting.length > 0) await this.flush();
    else if (this.#store.state().changeset) this.#queue.scheduleCheck();
  }

  #onClosed(status: 'MERGED' | 'MERGING' | 'DISCARDED', waiting: readonly Operation[]): void {
    if (waiting.length === 0) {
      this.#unsaved.setCurrentChangeset(undefined);
      this.#store.set({
        ...emptyWorkState,
        isLoaded: this.#store.state().isLoaded,
        labels: this.#store.state().labels,
      });
      return;
    }
    this.#store.set({ saving: { kind: 'closed', message: texts.alerts.closed(status) } });
  }
}
