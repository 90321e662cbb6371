import { type CiteOperation, net, type Operation, rowIdOf, setsFields } from '@chancery/changesets';
import { type FactTypeName, factTypeOfId, type Values } from '@chancery/codebook';

/** A citation of a fact in the editor: one of the register, or one that the changeset adds (`isNew`). */
export interface DraftCitation {
  readonly id: string;
  readonly values: Values;
  readonly isNew: boolean;
}

/** A fact as it is in the latest revision of the register. */
export interface PublishedFact {
  readonly label: string;
  readonly values: Values;
  /** The import batch that is evidence for the fact, and the line of its file. */
  readonly batch?: { readonly id: string; readonly line: number };
  readonly citations: readonly { readonly id: string; readonly values: Values; readonly group: string }[];
}

/** A fact as the server has it: the published fact, and the operations of the current changeset on it. */
export interface ServerFact {
  /** Absent for a fact that the register does not have. */
  readonly published?: PublishedFact;
  readonly operations: readonly Operation[];
}

/** A fact as it will be after the merge of the changeset, with the operations that the server has not confirmed yet. */
export interface Draft {
  readonly id: string;
  readonly type: FactTypeName;
  /**
   * `none`: neither loaded from the register nor in the changeset. `unchanged`: published, and not in the changeset.
   */
  readonly status: 'none' | 'unchanged' | 'new' | 'changed' | 'retired' | 'restored';
  readonly values: Values;
  readonly published: PublishedFact | undefined;
  readonly citations: readonly DraftCitation[];
  readonly removedCitations: readonly DraftCitation[];
  readonly waivers: Readonly<Record<string, string>>;
  readonly retirement: { readonly reason: string; readonly redirectTo?: string } | undefined;
  /** The net operations on the fact. */
  readonly operations: readonly Operation[];
}

/**
 * Returns a fact as it will be after the operations of the changeset and the pending operations.
 * @throws Error when `id` is not the id of a fact.
 */
export function draftOf(id: string, serverFact: ServerFact | undefined, pending: readonly Operation[]): Draft {
  const type = factTypeOfId(id);
  if (!type) throw new Error(`${id} is not the id of a fact`);
  const pendingHere = pending.filter(({ fact }) => fact === id);
  const { operations } =
    pendingHere.length > 0
      ? net([...(serverFact?.operations ?? []), ...pendingHere])
      : { operations: serverFact?.operations ?? [] };
  const main = operations.find((operation) => rowIdOf(operation) === id);
  const published = serverFact?.published;
  return {
    id,
    type,
    published,
    operations,
    status: statusOf(main, published, operations),
    values: valuesAfter(main, published),
    ...citationsAfter(operations, main, published),
    waivers: main && 'waivers' in main && main.waivers ? main.waivers : {},
    retirement: main?.kind === 'retire' ? main : undefined,
  };
}

function statusOf(
  main: Operation | undefined,
  published: PublishedFact | undefined,
  operations: readonly Operation[],
): Draft['status'] {
  if (main?.kind === 'retire') return 'retired';
  if (main?.kind === 'create' || main?.kind === 'dispute') return 'new';
  if (main?.kind === 'restore') return 'restored';
  if (operations.length > 0) return 'changed';
  return published ? 'unchanged' : 'none';
}

function valuesAfter(main: Operation | undefined, published: PublishedFact | undefined): Values {
  if (main?.kind === 'create' || main?.kind === 'dispute') return main.values;
  if (main?.kind === 'restore') return main.state.values;
  const values = { ...published?.values };
  if (main && setsFields(main)) Object.assign(values, main.set);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function citationsAfter(
  operations: readonly Operation[],
  main: Operation | undefined,
  published: PublishedFact | undefined,
): Pick<Draft, 'citations' | 'removedCitations'> {
  const removed = new Set(operations.flatMap((operation) => (operation.kind === 'uncite' ? [operation.citation] : [])));
  const rows = main?.kind === 'restore' ? main.state.citations : (published?.citations ?? []);
  const existing = rows.map(({ id, values }) => ({ id, values, isNew: false }));
  const added = operations
    .filter((operation): operation is CiteOperation => operation.kind === 'cite')
    .map(({ citation, values }) => ({ id: citation, values, isNew: true }));
  return {
    citations: [...existing.filter(({ id }) => !removed.has(id)), ...added],
    removedCitations: existing.filter(({ id }) => removed.has(id)),
  };
}
