import { type Conflict, type Operation, type Resolution, resolve } from '@chancery/changesets';
import { factTypeOfId, labelText, newDeskId } from '@chancery/codebook';
import { callDesk } from '../../doors/call-desk.ts';
import type { DeskError } from '../../doors/desk-answer.ts';
import {
  AppendOperationsDocument,
  DiscardFactsDocument,
  LabelsOfDocument,
  MyChangesetsDocument,
  OpenChangesetDocument,
  RenameChangesetDocument,
  StandingFactsDocument,
  type WorkChangesetFragment,
  WorkReportDocument,
} from '../../generated/desk/graphql.ts';
import { type Draft, draftOf, type ServerFact } from './draft.ts';
import { inverseOf } from './inverse.ts';
import { loadChangeset } from './load-changeset.ts';
import { toOperationInput, toPublishedFact } from './operation-conversion.ts';
import { rebasePending } from './rebase-pending.ts';
import { UnsavedWork } from './unsaved-work.ts';
import { emptyWorkState, type RefusedOperation, type WorkState } from './work-state.ts';

/** Delay between the last change and the check of the whole changeset, in milliseconds. */
const checkDelay = 900;

/**
 * The work of an editor: the current changeset, the facts that it changes, and the operations that the server has not
 * confirmed yet. An operation is written to the browser's storage first, and removed when the server has confirmed it.
 */
export class Work {
  readonly #unsaved: UnsavedWork;
  readonly #person: string;
  readonly #listeners = new Set<() => void>();
  readonly #flushers = new Set<() => void>();
  #state: WorkState = emptyWorkState;
  #undo: { readonly operations: readonly Operation[] }[] = [];
  #sending: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #check: ReturnType<typeof setTimeout> | undefined;
  #drafts = new Map<
    string,
    { readonly facts: WorkState['serverFacts']; readonly pending: readonly Operation[]; readonly draft: Draft }
  >();

  constructor(person: string) {
    this.#person = person;
    this.#unsaved = new UnsavedWork(person);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): WorkState => this.#state;

  /** Opens the changeset that this window had open last, with the operations that were not saved then. */
  async start(): Promise<void> {
    const pointer = this.#unsaved.pointer();
    if (pointer) await this.#open(pointer.id, pointer.opening);
    this.#set({ isLoaded: true });
  }

  /** Switches to another changeset. */
  async switchTo(changeset: string): Promise<void> {
    await this.flush();
    this.#undo = [];
    await this.#open(changeset);
  }

  /** Closes the changeset here after saving it. The next edit opens a new one. */
  async exit(): Promise<void> {
    await this.flush();
    this.#undo = [];
    this.#unsaved.setPointer(undefined);
    this.#set({
      ...emptyWorkState,
      isLoaded: true,
      labels: this.#state.labels,
      serverFacts: this.#withoutOperations(),
    });
  }

  /** Loads the signed-in editor's changesets that are not merged or discarded. */
  async myChangesets(): Promise<readonly WorkChangesetFragment[]> {
    const answer = await callDesk(MyChangesetsDocument, {});
    return answer.ok ? answer.data.changesets.nodes : [];
  }

  /** Returns a fact as it will be when the changeset is merged. Returns the same object until the fact changes. */
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

  /** Returns the label of a fact. A new fact is labelled by its draft values. */
  nameOf(id: string): string {
    const type = factTypeOfId(id);
    const { labels, serverFacts } = this.#state;
    const isDraft = serverFacts.get(id)?.published === undefined;
    const draft = type && isDraft ? this.draft(id) : undefined;
    if (type && draft && draft.status !== 'none') return labelText(type, draft.values, (link) => this.nameOf(link));
    return labels.get(id) ?? '…';
  }

  /** Loads published facts that are not loaded yet. Returns the error when the desk cannot be read. */
  async loadFacts(ids: readonly string[]): Promise<DeskError | undefined> {
    const missing = [...new Set(ids)].filter((id) => !this.#state.serverFacts.has(id) && factTypeOfId(id));
    for (let from = 0; from < missing.length; from += 200) {
      const chunk = missing.slice(from, from + 200);
      const answer = await callDesk(StandingFactsDocument, { ids: chunk });
      if (!answer.ok) return answer.error;
      const serverFacts = new Map(this.#state.serverFacts);
      const labels = new Map(this.#state.labels);
      for (const id of chunk) if (!serverFacts.has(id)) serverFacts.set(id, { operations: [] });
      for (const fact of answer.data.standingFacts) {
        serverFacts.set(fact.id, {
          published: toPublishedFact(fact),
          operations: serverFacts.get(fact.id)?.operations ?? [],
        });
        labels.set(fact.id, fact.label);
      }
      this.#set({ serverFacts, labels });
    }
    return undefined;
  }

  /** Loads the labels of facts that have none yet. */
  async loadLabels(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#state.labels.has(id)).slice(0, 500);
    if (missing.length === 0) return;
    const { changeset } = this.#state;
    const answer = await callDesk(LabelsOfDocument, {
      ids: missing,
      ...(changeset ? { changeset: changeset.id } : {}),
    });
    if (!answer.ok) return;
    this.addLabels(answer.data.labels);
  }

  /** Adds labels of facts. */
  addLabels(labelled: readonly { readonly id: string; readonly label: string }[]): void {
    this.#set({ labels: new Map([...this.#state.labels, ...labelled.map(({ id, label }) => [id, label] as const)]) });
  }

  /** Registers a callback that writes input still being typed. It runs before each save and when the page is left. */
  readonly onFlush = (flusher: () => void): (() => void) => {
    this.#flushers.add(flusher);
    return () => this.#flushers.delete(flusher);
  };

  /** Writes input still being typed to the browser's storage. When a window closes there is no time to send it. */
  storeInput(): void {
    for (const flusher of this.#flushers) flusher();
  }

  /**
   * Writes operations to the browser's storage at once, then sends them to the server. Opens a changeset with the given
   * title when none is open.
   */
  write(operations: readonly Operation[], title: string): void {
    if (operations.length === 0) return;
    const inverses = operations.map((operation) => inverseOf(operation, this.draft(operation.fact))).reverse();
    if (inverses.every((operation) => operation !== undefined)) this.#undo.push({ operations: inverses });
    this.#append(operations, title);
  }

  /** Undoes the last change of this window. */
  undo(): void {
    const last = this.#undo.pop();
    if (last) this.#append(last.operations, this.#state.changeset?.title ?? 'Undone');
  }

  /** Resolves a conflict with another window. */
  resolveConflict(conflict: Conflict, resolution: Resolution): void {
    this.#set({ conflicts: this.#state.conflicts.filter((open) => open !== conflict) });
    const type = factTypeOfId(conflict.fact);
    if (!type || ('keep' in resolution && resolution.keep === 'theirs')) return;
    const operation: Operation = {
      id: newDeskId('operation'),
      kind: 'update',
      type,
      fact: conflict.fact,
      ...resolve(conflict, resolution),
    };
    this.#append([operation], '');
  }

  /** Discards an operation that the server refused. */
  dismissRefused({ id }: RefusedOperation['operation']): void {
    this.#set({ refused: this.#state.refused.filter(({ operation }) => operation.id !== id) });
  }

  /** Removes all operations on some facts from the changeset. Returns the message when that failed. */
  async discard(facts: readonly string[]): Promise<string | undefined> {
    await this.flush();
    const { changeset } = this.#state;
    if (!changeset) return undefined;
    const answer = await callDesk(DiscardFactsDocument, {
      changeset: changeset.id,
      version: changeset.version,
      facts: [...facts],
    });
    this.#undo = [];
    if (!answer.ok) return answer.error.message;
    const { outcome } = answer.data;
    await this.#open(changeset.id);
    return outcome.__typename === 'Discarded' ? undefined : outcome.message;
  }

  /** Renames the changeset. Returns the message when that failed. */
  async rename(title: string): Promise<string | undefined> {
    const { changeset } = this.#state;
    if (!changeset) return undefined;
    const answer = await callDesk(RenameChangesetDocument, { changeset: changeset.id, title });
    if (!answer.ok) return answer.error.message;
    const { outcome } = answer.data;
    if (outcome.__typename !== 'Described') return outcome.message;
    this.#set({ changeset: outcome.changeset });
    return undefined;
  }

  /** Moves unsaved operations to a new changeset, because the one they were written for is closed. */
  moveToNewChangeset(title: string): void {
    const { changeset, pending } = this.#state;
    if (changeset) this.#unsaved.remove(changeset.id, pending);
    this.#set({
      changeset: undefined,
      opening: undefined,
      pending: [],
      serverFacts: this.#withoutOperations(),
      saving: { kind: 'idle' },
    });
    this.#append(pending, title);
  }

  /** Discards the unsaved operations. */
  dropPending(): void {
    const { changeset, pending } = this.#state;
    if (changeset) this.#unsaved.remove(changeset.id, pending);
    this.#unsaved.setPointer(undefined);
    this.#set({
      ...emptyWorkState,
      isLoaded: true,
      labels: this.#state.labels,
      serverFacts: this.#withoutOperations(),
    });
  }

  /** Sends the pending operations. Resolves when the server has answered, also when it refused them. */
  async flush(): Promise<void> {
    for (const flusher of this.#flushers) flusher();
    clearTimeout(this.#retry);
    while (this.#sending) await this.#sending;
    if (this.#state.pending.length === 0 || this.#state.saving.kind === 'closed') return;
    this.#sending = this.#send().finally(() => {
      this.#sending = undefined;
    });
    await this.#sending;
  }

  /** Reloads the changeset: another person or page may have changed it. */
  async refresh(): Promise<void> {
    const { changeset } = this.#state;
    if (changeset && !this.#sending) await this.#open(changeset.id);
  }

  #append(operations: readonly Operation[], title: string): void {
    const id = this.#changesetFor(title);
    this.#unsaved.store(id, operations);
    this.#set({
      pending: [...this.#state.pending, ...operations],
      saving: this.#state.saving.kind === 'closed' ? this.#state.saving : { kind: 'waiting' },
      canUndo: this.#undo.length > 0,
    });
    queueMicrotask(() => void this.flush());
  }

  /** Returns the id of the current changeset. Without one, returns a new id under which the server will open it. */
  #changesetFor(title: string): string {
    const { changeset } = this.#state;
    const pointer = this.#unsaved.pointer();
    if (changeset) return changeset.id;
    if (pointer && this.#state.opening !== undefined) return pointer.id;
    const id = newDeskId('changeset');
    this.#unsaved.setPointer({ id, opening: title });
    this.#set({ opening: title });
    return id;
  }

  async #send(): Promise<void> {
    this.#set({ saving: { kind: 'saving' } });
    const opened = await this.#ensureOpened();
    if (!opened) return;
    const operations = this.#state.pending;
    if (operations.length === 0) return;
    const answer = await callDesk(AppendOperationsDocument, {
      changeset: opened.id,
      version: opened.version,
      operations: operations.map(toOperationInput),
    });
    if (!answer.ok) return this.#saveFailed(answer.error);
    const { outcome } = answer.data;
    switch (outcome.__typename) {
      case 'Appended':
        return this.#onAppended(operations, outcome.changeset);
      case 'StaleChangeset':
        return this.#rebaseOnServer(opened.id);
      case 'Refused':
        return this.#setRefused(opened.id, outcome.problems);
      default:
        return this.#set({ saving: { kind: 'closed', message: outcome.message } });
    }
  }

  async #ensureOpened(): Promise<WorkChangesetFragment | undefined> {
    const { changeset, opening } = this.#state;
    if (changeset) return changeset;
    const pointer = this.#unsaved.pointer();
    if (!pointer) return undefined;
    const answer = await callDesk(OpenChangesetDocument, { id: pointer.id, title: opening ?? 'Untitled' });
    if (!answer.ok) {
      this.#saveFailed(answer.error);
      return undefined;
    }
    this.#unsaved.setPointer({ id: pointer.id });
    this.#set({ changeset: answer.data.openChangeset, opening: undefined });
    return answer.data.openChangeset;
  }

  #onAppended(operations: readonly Operation[], changeset: WorkChangesetFragment): void {
    const serverFacts = new Map(this.#state.serverFacts);
    for (const fact of new Set(operations.map((operation) => operation.fact))) {
      const before = serverFacts.get(fact);
      const { operations: left } = draftOf(fact, before, operations);
      serverFacts.set(fact, { ...(before?.published ? { published: before.published } : {}), operations: left });
    }
    const sent = new Set(operations.map(({ id }) => id));
    const pending = this.#state.pending.filter(({ id }) => !sent.has(id));
    this.#unsaved.remove(changeset.id, operations);
    this.#set({
      serverFacts,
      pending,
      changeset,
      saving: pending.length > 0 ? { kind: 'waiting' } : { kind: 'saved', at: new Date() },
    });
    if (pending.length > 0) queueMicrotask(() => void this.flush());
    else this.#scheduleCheck();
  }

  /** Rebases the pending operations after another window changed the changeset. Fields that both set become conflicts. */
  async #rebaseOnServer(changeset: string): Promise<void> {
    const before = this.#state.pending;
    const error = await this.#load(changeset);
    if (error) return this.#saveFailed(error);
    const rebased = before.map((operation) =>
      rebasePending(draftOf(operation.fact, this.#state.serverFacts.get(operation.fact), []), operation),
    );
    const left = rebased.flatMap(({ operation }) => operation ?? []);
    this.#unsaved.remove(changeset, before);
    this.#unsaved.store(changeset, left);
    this.#set({
      pending: left,
      conflicts: [...this.#state.conflicts, ...rebased.flatMap(({ conflicts }) => conflicts)],
      saving: left.length > 0 ? { kind: 'waiting' } : { kind: 'saved', at: new Date() },
    });
    if (left.length > 0) queueMicrotask(() => void this.flush());
  }

  #setRefused(changeset: string, problems: readonly { message: string; operation: string | null }[]): void {
    const messages = new Map(
      problems.flatMap(({ operation, message }) => (operation ? [[operation, message] as const] : [])),
    );
    const refused = this.#state.pending.filter(({ id }) => messages.has(id));
    if (refused.length === 0) {
      this.#saveFailed({ code: 'REFUSED', message: problems[0]?.message ?? 'The desk refused this change.' });
      return;
    }
    this.#unsaved.remove(changeset, refused);
    const pending = this.#state.pending.filter(({ id }) => !messages.has(id));
    this.#set({
      pending,
      refused: [
        ...this.#state.refused,
        ...refused.map((operation) => ({ operation, message: messages.get(operation.id) ?? '' })),
      ],
      saving: pending.length > 0 ? { kind: 'waiting' } : { kind: 'idle' },
    });
    if (pending.length > 0) queueMicrotask(() => void this.flush());
  }

  #saveFailed(error: DeskError): void {
    this.#set({ saving: { kind: 'failed', error } });
    clearTimeout(this.#retry);
    if (error.code === 'OFFLINE' || error.code === 'UNREACHABLE')
      this.#retry = setTimeout(() => void this.flush(), 4_000);
  }

  async #open(id: string, opening?: string): Promise<void> {
    const waiting = this.#unsaved.operations(id);
    this.#set({
      ...emptyWorkState,
      isLoaded: this.#state.isLoaded,
      labels: this.#state.labels,
      serverFacts: this.#withoutOperations(),
      pending: waiting,
    });
    if (opening === undefined) {
      const error = await this.#load(id);
      if (error && waiting.length === 0 && error.code !== 'OFFLINE' && error.code !== 'UNREACHABLE')
        return this.#unsaved.setPointer(undefined);
      if (error) return this.#saveFailed(error);
      const status = this.#state.changeset?.status;
      if (status === 'MERGED' || status === 'MERGING' || status === 'DISCARDED') return this.#onClosed(status, waiting);
    }
    this.#unsaved.setPointer({ id, ...(opening === undefined ? {} : { opening }) });
    this.#set({ opening });
    if (waiting.length > 0) await this.flush();
    else if (this.#state.changeset) this.#scheduleCheck();
  }

  #onClosed(status: string, waiting: readonly Operation[]): void {
    if (waiting.length === 0) {
      this.#unsaved.setPointer(undefined);
      this.#set({ ...emptyWorkState, isLoaded: this.#state.isLoaded, labels: this.#state.labels });
      return;
    }
    const closed = status === 'DISCARDED' ? 'discarded' : 'merged';
    this.#set({
      saving: { kind: 'closed', message: `The changeset was ${closed} before your last changes were saved.` },
    });
  }

  /** Loads the changeset and its facts from the server. */
  async #load(id: string): Promise<DeskError | undefined> {
    const loaded = await loadChangeset(id, this.#person);
    if ('error' in loaded) return loaded.error;
    const { changeset, isPartial, serverFacts, labels } = loaded;
    this.#set({
      changeset,
      isPartial,
      // Other facts may have been loaded in the meantime.
      serverFacts: new Map([...this.#withoutOperations(), ...serverFacts]),
      labels: new Map([...this.#state.labels, ...labels]),
    });
    return undefined;
  }

  #withoutOperations(): Map<string, ServerFact> {
    return new Map(
      [...this.#state.serverFacts].map(([id, { published }]) => [
        id,
        { ...(published ? { published } : {}), operations: [] },
      ]),
    );
  }

  #scheduleCheck(): void {
    clearTimeout(this.#check);
    this.#check = setTimeout(() => void this.#runCheck(), checkDelay);
  }

  async #runCheck(): Promise<void> {
    const { changeset } = this.#state;
    if (!changeset) return;
    const answer = await callDesk(WorkReportDocument, { id: changeset.id });
    // On an error the bar keeps the previous report. The next change triggers another check.
    if (answer.ok && this.#state.changeset?.id === changeset.id)
      this.#set({ report: answer.data.checkChangeset ?? undefined });
  }

  #set(change: Partial<WorkState>): void {
    this.#state = { ...this.#state, ...change, canUndo: this.#undo.length > 0 };
    for (const listener of this.#listeners) listener();
  }
}

function differOn(id: string, a: readonly Operation[], b: readonly Operation[]): boolean {
  const of = (operations: readonly Operation[]) => operations.filter(({ fact }) => fact === id);
  const [before, after] = [of(a), of(b)];
  return before.length !== after.length || before.some((operation, index) => operation !== after[index]);
}
