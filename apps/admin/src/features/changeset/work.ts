import { type Conflict, type Operation, type Resolution, resolve } from '@chancery/changesets';
import { factTypeOfId, labelText, newDeskId } from '@chancery/codebook';
import { askDesk } from '../../doors/ask-desk.ts';
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
import { type Draft, draftOf, type Known } from './draft.ts';
import { inverseOf } from './inverse.ts';
import { loadChangeset } from './load-changeset.ts';
import { readStanding, writeOperation } from './operation-parts.ts';
import { rebasedOn } from './rebased-on.ts';
import { UnsavedWork } from './unsaved-work.ts';
import { nothing, type RefusedOperation, type WorkState } from './work-state.ts';

/** How long after the last change the whole changeset is checked, in milliseconds. */
const restBeforeCheck = 900;

/**
 * The work of an editor: the changeset in hand, what it makes of facts, and what the server has yet to confirm. It is
 * written to the browser's storage first, and taken out only when the server has it.
 */
export class Work {
  readonly #kept: UnsavedWork;
  readonly #person: string;
  readonly #listeners = new Set<() => void>();
  readonly #flushers = new Set<() => void>();
  #state: WorkState = nothing;
  #undo: { readonly operations: readonly Operation[] }[] = [];
  #sending: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #check: ReturnType<typeof setTimeout> | undefined;
  #drafts = new Map<
    string,
    { readonly of: WorkState['known']; readonly pending: readonly Operation[]; readonly draft: Draft }
  >();

  constructor(person: string) {
    this.#person = person;
    this.#kept = new UnsavedWork(person);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): WorkState => this.#state;

  /** Takes up the changeset of this window, with what was written and not saved when it was closed. */
  async start(): Promise<void> {
    const pointer = this.#kept.pointer();
    if (pointer) await this.#takeUp(pointer.id, pointer.opening);
    this.#set({ isLoaded: true });
  }

  /** Goes on in another changeset. */
  async choose(changeset: string): Promise<void> {
    await this.flush();
    this.#undo = [];
    await this.#takeUp(changeset);
  }

  /** Leaves the changeset: nothing is lost by it, and the next edit opens another. */
  async exit(): Promise<void> {
    await this.flush();
    this.#undo = [];
    this.#kept.point(undefined);
    this.#set({ ...nothing, isLoaded: true, labels: this.#state.labels, known: this.#standingOnly() });
  }

  /** The changesets of whoever is signed in that can be gone on with. */
  async mine(): Promise<readonly WorkChangesetFragment[]> {
    const answer = await askDesk(MyChangesetsDocument, {});
    return answer.ok ? answer.data.changesets.nodes : [];
  }

  /** A fact as it will be. The same object is given until something of it changes. */
  draft(id: string): Draft {
    const { known, pending } = this.#state;
    const last = this.#drafts.get(id);
    const isSame =
      last !== undefined &&
      last.of.get(id) === known.get(id) &&
      (last.pending === pending || !differOn(id, last.pending, pending));
    if (isSame) return last.draft;
    const draft = draftOf(id, known.get(id), pending);
    this.#drafts.set(id, { of: known, pending, draft });
    return draft;
  }

  /** What a fact is called: a draft by the values that it has by now. */
  nameOf(id: string): string {
    const type = factTypeOfId(id);
    const { labels, known } = this.#state;
    const isDraft = known.get(id)?.standing === undefined;
    const draft = type && isDraft ? this.draft(id) : undefined;
    if (type && draft && draft.status !== 'nothing') return labelText(type, draft.values, (link) => this.nameOf(link));
    return labels.get(id) ?? '…';
  }

  /** Looks facts of the register up, those that are not known yet. */
  async look(ids: readonly string[]): Promise<DeskError | undefined> {
    const wanted = [...new Set(ids)].filter((id) => !this.#state.known.has(id) && factTypeOfId(id));
    for (let from = 0; from < wanted.length; from += 200) {
      const some = wanted.slice(from, from + 200);
      const answer = await askDesk(StandingFactsDocument, { ids: some });
      if (!answer.ok) return answer.fault;
      const known = new Map(this.#state.known);
      const labels = new Map(this.#state.labels);
      for (const id of some) if (!known.has(id)) known.set(id, { operations: [] });
      for (const standing of answer.data.standingFacts) {
        known.set(standing.id, {
          standing: readStanding(standing),
          operations: known.get(standing.id)?.operations ?? [],
        });
        labels.set(standing.id, standing.label);
      }
      this.#set({ known, labels });
    }
    return undefined;
  }

  /** Looks up what facts are called. */
  async name(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#state.labels.has(id)).slice(0, 500);
    if (wanted.length === 0) return;
    const { changeset } = this.#state;
    const answer = await askDesk(LabelsOfDocument, { ids: wanted, ...(changeset ? { changeset: changeset.id } : {}) });
    if (!answer.ok) return;
    this.learn(answer.data.labels);
  }

  /** Takes note of what facts are called. */
  learn(named: readonly { readonly id: string; readonly label: string }[]): void {
    this.#set({ labels: new Map([...this.#state.labels, ...named.map(({ id, label }) => [id, label] as const)]) });
  }

  /** Takes note of something that still has to be written when the window is left. */
  readonly onFlush = (flusher: () => void): (() => void) => {
    this.#flushers.add(flusher);
    return () => this.#flushers.delete(flusher);
  };

  /** Writes what is still being typed to the browser's storage: there is no time for more when a window is closed. */
  hold(): void {
    for (const flusher of this.#flushers) flusher();
  }

  /**
   * Writes operations: at once to the browser's storage, then to the server. Where no changeset is open, one is opened
   * under the title that is suggested.
   */
  write(operations: readonly Operation[], title: string): void {
    if (operations.length === 0) return;
    const back = operations.map((operation) => inverseOf(operation, this.draft(operation.fact))).reverse();
    if (back.every((operation) => operation !== undefined)) this.#undo.push({ operations: back });
    this.#append(operations, title);
  }

  /** Takes the last change of this window back. */
  undo(): void {
    const last = this.#undo.pop();
    if (last) this.#append(last.operations, this.#state.changeset?.title ?? 'Undone');
  }

  /** Settles a conflict with another window. */
  settle(conflict: Conflict, resolution: Resolution): void {
    this.#set({ conflicts: this.#state.conflicts.filter((each) => each !== conflict) });
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

  /** Gives up an operation that the server does not take. */
  giveUp({ operation }: RefusedOperation): void {
    this.#set({ refused: this.#state.refused.filter((each) => each.operation.id !== operation.id) });
  }

  /** Takes everything on some facts out of the changeset. */
  async discard(facts: readonly string[]): Promise<string | undefined> {
    await this.flush();
    const { changeset } = this.#state;
    if (!changeset) return undefined;
    const answer = await askDesk(DiscardFactsDocument, {
      changeset: changeset.id,
      version: changeset.version,
      facts: [...facts],
    });
    this.#undo = [];
    if (!answer.ok) return answer.fault.message;
    const { outcome } = answer.data;
    await this.#takeUp(changeset.id);
    return outcome.__typename === 'Discarded' ? undefined : outcome.message;
  }

  /** Gives the changeset another title. */
  async rename(title: string): Promise<string | undefined> {
    const { changeset } = this.#state;
    if (!changeset) return undefined;
    const answer = await askDesk(RenameChangesetDocument, { changeset: changeset.id, title });
    if (!answer.ok) return answer.fault.message;
    const { outcome } = answer.data;
    if (outcome.__typename !== 'Described') return outcome.message;
    this.#set({ changeset: outcome.changeset });
    return undefined;
  }

  /** Puts what could not be saved into a new changeset, because the one that it was written for is closed. */
  moveToNew(title: string): void {
    const { changeset, pending } = this.#state;
    if (changeset) this.#kept.forget(changeset.id, pending);
    this.#set({
      changeset: undefined,
      opening: undefined,
      pending: [],
      known: this.#standingOnly(),
      saving: { kind: 'nothing' },
    });
    this.#append(pending, title);
  }

  /** Gives up what could not be saved. */
  dropPending(): void {
    const { changeset, pending } = this.#state;
    if (changeset) this.#kept.forget(changeset.id, pending);
    this.#kept.point(undefined);
    this.#set({ ...nothing, isLoaded: true, labels: this.#state.labels, known: this.#standingOnly() });
  }

  /** Sends what waits. It is over when the server has answered, whatever it said. */
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

  /** Reads the changeset again: somebody else, or another page, may have moved it on. */
  async refresh(): Promise<void> {
    const { changeset } = this.#state;
    if (changeset && !this.#sending) await this.#takeUp(changeset.id);
  }

  #append(operations: readonly Operation[], title: string): void {
    const id = this.#changesetFor(title);
    this.#kept.keep(id, operations);
    this.#set({
      pending: [...this.#state.pending, ...operations],
      saving: this.#state.saving.kind === 'closed' ? this.#state.saving : { kind: 'waiting' },
      canUndo: this.#undo.length > 0,
    });
    queueMicrotask(() => void this.flush());
  }

  /** The changeset in hand; without one, a new id under which the server will open it. */
  #changesetFor(title: string): string {
    const { changeset } = this.#state;
    const pointer = this.#kept.pointer();
    if (changeset) return changeset.id;
    if (pointer && this.#state.opening !== undefined) return pointer.id;
    const id = newDeskId('changeset');
    this.#kept.point({ id, opening: title });
    this.#set({ opening: title });
    return id;
  }

  async #send(): Promise<void> {
    this.#set({ saving: { kind: 'saving' } });
    const opened = await this.#opened();
    if (!opened) return;
    const operations = this.#state.pending;
    if (operations.length === 0) return;
    const answer = await askDesk(AppendOperationsDocument, {
      changeset: opened.id,
      version: opened.version,
      operations: operations.map(writeOperation),
    });
    if (!answer.ok) return this.#holdBack(answer.fault);
    const { outcome } = answer.data;
    switch (outcome.__typename) {
      case 'Appended':
        return this.#confirmed(operations, outcome.changeset);
      case 'StaleChangeset':
        return this.#catchUp(opened.id);
      case 'Refused':
        return this.#setAside(opened.id, outcome.problems);
      default:
        return this.#set({ saving: { kind: 'closed', message: outcome.message } });
    }
  }

  async #opened(): Promise<WorkChangesetFragment | undefined> {
    const { changeset, opening } = this.#state;
    if (changeset) return changeset;
    const pointer = this.#kept.pointer();
    if (!pointer) return undefined;
    const answer = await askDesk(OpenChangesetDocument, { id: pointer.id, title: opening ?? 'Untitled' });
    if (!answer.ok) {
      this.#holdBack(answer.fault);
      return undefined;
    }
    this.#kept.point({ id: pointer.id });
    this.#set({ changeset: answer.data.openChangeset, opening: undefined });
    return answer.data.openChangeset;
  }

  #confirmed(operations: readonly Operation[], changeset: WorkChangesetFragment): void {
    const known = new Map(this.#state.known);
    for (const fact of new Set(operations.map((operation) => operation.fact))) {
      const before = known.get(fact);
      const { operations: left } = draftOf(fact, before, operations);
      known.set(fact, { ...(before?.standing ? { standing: before.standing } : {}), operations: left });
    }
    const sent = new Set(operations.map(({ id }) => id));
    const pending = this.#state.pending.filter(({ id }) => !sent.has(id));
    this.#kept.forget(changeset.id, operations);
    this.#set({
      known,
      pending,
      changeset,
      saving: pending.length > 0 ? { kind: 'waiting' } : { kind: 'saved', at: new Date() },
    });
    if (pending.length > 0) queueMicrotask(() => void this.flush());
    else this.#checkSoon();
  }

  /** Another window has moved the changeset on: what waits is brought up to it, and where both set a field it is asked. */
  async #catchUp(changeset: string): Promise<void> {
    const before = this.#state.pending;
    const fault = await this.#load(changeset);
    if (fault) return this.#holdBack(fault);
    const rebased = before.map((operation) =>
      rebasedOn(draftOf(operation.fact, this.#state.known.get(operation.fact), []), operation),
    );
    const left = rebased.flatMap(({ operation }) => operation ?? []);
    this.#kept.forget(changeset, before);
    this.#kept.keep(changeset, left);
    this.#set({
      pending: left,
      conflicts: [...this.#state.conflicts, ...rebased.flatMap(({ conflicts }) => conflicts)],
      saving: left.length > 0 ? { kind: 'waiting' } : { kind: 'saved', at: new Date() },
    });
    if (left.length > 0) queueMicrotask(() => void this.flush());
  }

  #setAside(changeset: string, problems: readonly { message: string; operation: string | null }[]): void {
    const why = new Map(
      problems.flatMap(({ operation, message }) => (operation ? [[operation, message] as const] : [])),
    );
    const refused = this.#state.pending.filter(({ id }) => why.has(id));
    if (refused.length === 0) {
      this.#holdBack({ code: 'REFUSED', message: problems[0]?.message ?? 'The desk refuses this change.' });
      return;
    }
    this.#kept.forget(changeset, refused);
    const pending = this.#state.pending.filter(({ id }) => !why.has(id));
    this.#set({
      pending,
      refused: [
        ...this.#state.refused,
        ...refused.map((operation) => ({ operation, message: why.get(operation.id) ?? '' })),
      ],
      saving: pending.length > 0 ? { kind: 'waiting' } : { kind: 'nothing' },
    });
    if (pending.length > 0) queueMicrotask(() => void this.flush());
  }

  #holdBack(fault: DeskError): void {
    this.#set({ saving: { kind: 'held', fault } });
    clearTimeout(this.#retry);
    if (fault.code === 'OFFLINE' || fault.code === 'UNREACHABLE')
      this.#retry = setTimeout(() => void this.flush(), 4_000);
  }

  async #takeUp(id: string, opening?: string): Promise<void> {
    const waiting = this.#kept.waiting(id);
    this.#set({
      ...nothing,
      isLoaded: this.#state.isLoaded,
      labels: this.#state.labels,
      known: this.#standingOnly(),
      pending: waiting,
    });
    if (opening === undefined) {
      const fault = await this.#load(id);
      if (fault && waiting.length === 0 && fault.code !== 'OFFLINE' && fault.code !== 'UNREACHABLE')
        return this.#kept.point(undefined);
      if (fault) return this.#holdBack(fault);
      const status = this.#state.changeset?.status;
      if (status === 'MERGED' || status === 'MERGING' || status === 'DISCARDED') return this.#isOver(status, waiting);
    }
    this.#kept.point({ id, ...(opening === undefined ? {} : { opening }) });
    this.#set({ opening });
    if (waiting.length > 0) await this.flush();
    else if (this.#state.changeset) this.#checkSoon();
  }

  #isOver(status: string, waiting: readonly Operation[]): void {
    if (waiting.length === 0) {
      this.#kept.point(undefined);
      this.#set({ ...nothing, isLoaded: this.#state.isLoaded, labels: this.#state.labels });
      return;
    }
    const what = status === 'DISCARDED' ? 'given up' : 'merged';
    this.#set({
      saving: { kind: 'closed', message: `The changeset has been ${what} before your last changes reached it.` },
    });
  }

  /** Reads the changeset and what it makes of facts, as the server has it. */
  async #load(id: string): Promise<DeskError | undefined> {
    const loaded = await loadChangeset(id, this.#person);
    if ('fault' in loaded) return loaded.fault;
    const { changeset, isPartial, known, labels } = loaded;
    this.#set({
      changeset,
      isPartial,
      // Facts may have been looked up meanwhile.
      known: new Map([...this.#standingOnly(), ...known]),
      labels: new Map([...this.#state.labels, ...labels]),
    });
    return undefined;
  }

  #standingOnly(): Map<string, Known> {
    return new Map(
      [...this.#state.known].map(([id, { standing }]) => [id, { ...(standing ? { standing } : {}), operations: [] }]),
    );
  }

  #checkSoon(): void {
    clearTimeout(this.#check);
    this.#check = setTimeout(() => void this.#checkNow(), restBeforeCheck);
  }

  async #checkNow(): Promise<void> {
    const { changeset } = this.#state;
    if (!changeset) return;
    const answer = await askDesk(WorkReportDocument, { id: changeset.id });
    // The bar keeps what it showed; the next change asks again.
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
