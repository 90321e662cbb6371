import type { Operation } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import type { WorkChangesetFragment } from '../../generated/desk/graphql.ts';
import type { ChangesetServer } from './changeset-server.ts';
import { draftOf } from './draft.ts';
import { rebasePending } from './rebase-pending.ts';
import { texts } from './texts.tsx';
import type { UnsavedWork } from './unsaved-work.ts';
import type { WorkStore } from './work-store.ts';

/**
 * Delays in milliseconds: `check` from a save to the check of the whole changeset, `retry` from a failed save to the
 * next attempt.
 */
const delays = { check: 900, retry: 4_000 };

/**
 * Saves operations: writes them to the browser's storage first, sends them in order, one request at a time, and removes
 * them once the server has confirmed or refused them. Repeats a save that failed because the desk could not be reached.
 */
export class SaveQueue {
  readonly #store: WorkStore;
  readonly #unsaved: UnsavedWork;
  readonly #server: ChangesetServer;
  readonly #flushers = new Set<() => void>();
  #sending: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #check: ReturnType<typeof setTimeout> | undefined;

  constructor(store: WorkStore, unsaved: UnsavedWork, server: ChangesetServer) {
    this.#store = store;
    this.#unsaved = unsaved;
    this.#server = server;
  }

  /** True while a save is in progress. */
  get isSending(): boolean {
    return this.#sending !== undefined;
  }

  /**
   * Registers a callback that writes input still being typed. The callback runs before each save and when the page is
   * left. Returns a function that removes the callback.
   */
  readonly onFlush = (flusher: () => void): (() => void) => {
    this.#flushers.add(flusher);
    return () => this.#flushers.delete(flusher);
  };

  /** Writes input still being typed to the browser's storage, as there is no time to send it when a window closes. */
  storeInput(): void {
    for (const flusher of this.#flushers) flusher();
  }

  /**
   * Writes input still being typed, then sends the pending operations. Resolves when the save has succeeded or failed.
   * Sends nothing if the changeset is closed.
   */
  async flush(): Promise<void> {
    for (const flusher of this.#flushers) flusher();
    clearTimeout(this.#retry);
    while (this.#sending) await this.#sending;
    if (this.#store.state().pending.length === 0 || this.#store.state().saving.kind === 'closed') return;
    this.#sending = this.#send().finally(() => {
      this.#sending = undefined;
    });
    await this.#sending;
  }

  /** Stores operations in the browser and then sends them. Opens a changeset with the given title if none is open. */
  append(operations: readonly Operation[], title: string): void {
    const id = this.#changesetFor(title);
    this.#unsaved.store(id, operations);
    this.#store.set({
      pending: [...this.#store.state().pending, ...operations],
      saving: this.#store.state().saving.kind === 'closed' ? this.#store.state().saving : { kind: 'waiting' },
    });
    queueMicrotask(() => void this.flush());
  }

  /** Loads a changeset and its facts from the server into the store. Returns the error if that fails. */
  async load(id: string): Promise<DeskError | undefined> {
    const answer = await this.#server.load(id);
    if (!answer.ok) return answer.error;
    const { changeset, isPartial, serverFacts, labels } = answer.data;
    this.#store.set({
      changeset,
      isPartial,
      // Other facts may have been loaded in the meantime.
      serverFacts: new Map([...this.#store.factsWithoutOperations(), ...serverFacts]),
      labels: new Map([...this.#store.state().labels, ...labels]),
    });
    return undefined;
  }

  /** Checks the whole changeset after a delay, which starts again with each call. */
  scheduleCheck(): void {
    clearTimeout(this.#check);
    this.#check = setTimeout(() => void this.#runCheck(), delays.check);
  }

  /** Shows that saving failed, and repeats it later if the desk could not be reached. */
  handleSaveFailure(error: DeskError): void {
    this.#store.set({ saving: { kind: 'failed', error } });
    clearTimeout(this.#retry);
    if (error.code === 'OFFLINE' || error.code === 'UNREACHABLE')
      this.#retry = setTimeout(() => void this.flush(), delays.retry);
  }

  /**
   * Returns the id of the current changeset. Without one, chooses and stores a new id, under which the server will open
   * a changeset.
   */
  #changesetFor(title: string): string {
    const { changeset } = this.#store.state();
    const current = this.#unsaved.currentChangeset();
    if (changeset) return changeset.id;
    if (current && this.#store.state().opening !== undefined) return current.id;
    const id = newDeskId('changeset');
    this.#unsaved.setCurrentChangeset({ id, opening: title });
    this.#store.set({ opening: title });
    return id;
  }

  async #send(): Promise<void> {
    this.#store.set({ saving: { kind: 'saving' } });
    const opened = await this.#ensureOpened();
    if (!opened) return;
    const operations = this.#store.state().pending;
    if (operations.length === 0) return;
    const answer = await this.#server.append(opened, operations);
    if (!answer.ok) return this.handleSaveFailure(answer.error);
    const { data: outcome } = answer;
    switch (outcome.__typename) {
      case 'Appended':
        return this.#onAppended(operations, outcome.changeset);
      case 'StaleChangeset':
        return this.#rebaseOnServer(opened.id);
      case 'Refused':
        return this.#setRefused(opened.id, outcome.problems);
      default:
        return this.#store.set({ saving: { kind: 'closed', message: outcome.message } });
    }
  }

  async #ensureOpened(): Promise<WorkChangesetFragment | undefined> {
    const { changeset, opening } = this.#store.state();
    if (changeset) return changeset;
    const current = this.#unsaved.currentChangeset();
    if (!current) return undefined;
    const answer = await this.#server.open(current.id, opening ?? texts.stored.untitled);
    if (!answer.ok) {
      this.handleSaveFailure(answer.error);
      return undefined;
    }
    this.#unsaved.setCurrentChangeset({ id: current.id });
    this.#store.set({ changeset: answer.data, opening: undefined });
    return answer.data;
  }

  #onAppended(operations: readonly Operation[], changeset: WorkChangesetFragment): void {
    const serverFacts = new Map(this.#store.state().serverFacts);
    for (const fact of new Set(operations.map((operation) => operation.fact))) {
      const before = serverFacts.get(fact);
      const { operations: left } = draftOf(fact, before, operations);
      serverFacts.set(fact, { ...(before?.published ? { published: before.published } : {}), operations: left });
    }
    const sent = new Set(operations.map(({ id }) => id));
    const pending = this.#store.state().pending.filter(({ id }) => !sent.has(id));
    this.#unsaved.remove(changeset.id, operations);
    this.#store.set({
      serverFacts,
      pending,
      changeset,
      saving: pending.length > 0 ? { kind: 'waiting' } : { kind: 'saved', at: new Date() },
    });
    if (pending.length > 0) queueMicrotask(() => void this.flush());
    else this.scheduleCheck();
  }

  /**
   * Rebases the pending operations on a changeset that another window has changed. See `rebasePending` for conflicts.
   */
  async #rebaseOnServer(changeset: string): Promise<void> {
    const before = this.#store.state().pending;
    const error = await this.load(changeset);
    if (error) return this.handleSaveFailure(error);
    const rebased = before.map((operation) =>
      rebasePending(draftOf(operation.fact, this.#store.state().serverFacts.get(operation.fact), []), operation),
    );
    // Operations may have been appended while the changeset was loading.
    const since = this.#store.state().pending.slice(before.length);
    const left = [...rebased.flatMap(({ operation }) => operation ?? []), ...since];
    this.#unsaved.remove(changeset, [...before, ...since]);
    this.#unsaved.store(changeset, left);
    this.#store.set({
      pending: left,
      conflicts: [...this.#store.state().conflicts, ...rebased.flatMap(({ conflicts }) => conflicts)],
      saving: left.length > 0 ? { kind: 'waiting' } : { kind: 'saved', at: new Date() },
    });
    if (left.length > 0) queueMicrotask(() => void this.flush());
  }

  #setRefused(changeset: string, problems: readonly { message: string; operation: string | null }[]): void {
    const messages = new Map(
      problems.flatMap(({ operation, message }) => (operation ? [[operation, message] as const] : [])),
    );
    const refused = this.#store.state().pending.filter(({ id }) => messages.has(id));
    if (refused.length === 0) {
      this.handleSaveFailure({ code: 'REFUSED', message: problems[0]?.message ?? texts.alerts.refusedWithoutReason });
      return;
    }
    this.#unsaved.remove(changeset, refused);
    const pending = this.#store.state().pending.filter(({ id }) => !messages.has(id));
    this.#store.set({
      pending,
      refused: [
        ...this.#store.state().refused,
        ...refused.map((operation) => ({ operation, message: messages.get(operation.id) ?? '' })),
      ],
      saving: pending.length > 0 ? { kind: 'waiting' } : { kind: 'idle' },
    });
    if (pending.length > 0) queueMicrotask(() => void this.flush());
  }

  async #runCheck(): Promise<void> {
    const { changeset } = this.#store.state();
    if (!changeset) return;
    const answer = await this.#server.check(changeset.id);
    // On an error the bar keeps the previous report. The next change triggers another check.
    if (answer.ok && this.#store.state().changeset?.id === changeset.id)
      this.#store.set({ report: answer.data ?? undefined });
  }
}
