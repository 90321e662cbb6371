import { type CiteOperation, net, type Operation, rowOf, setsFields } from '@chancery/changesets';
import { type FactTypeName, factTypeOfId, type Values } from '@chancery/codebook';

/** A citation as the desk shows it: from the register, or one that the changeset brings. */
export interface DraftCitation {
  readonly id: string;
  readonly values: Values;
  readonly isNew: boolean;
}

/** A fact of the register as it stands. */
export interface Standing {
  readonly label: string;
  readonly values: Values;
  readonly batch?: { readonly id: string; readonly line: number };
  readonly citations: readonly { readonly id: string; readonly values: Values; readonly group: string }[];
}

/** What the register and the changeset on the server say of a fact. */
export interface Known {
  /** Left out for a fact that the register does not have. */
  readonly standing?: Standing;
  readonly operations: readonly Operation[];
}

/** A fact as it will be once the changeset is merged, with all that is written and not yet confirmed. */
export interface Draft {
  readonly id: string;
  readonly type: FactTypeName;
  readonly status: 'nothing' | 'standing' | 'new' | 'changed' | 'retired' | 'restored';
  readonly values: Values;
  readonly standing: Standing | undefined;
  readonly citations: readonly DraftCitation[];
  readonly removedCitations: readonly DraftCitation[];
  readonly waivers: Readonly<Record<string, string>>;
  readonly retirement: { readonly reason: string; readonly redirectTo?: string } | undefined;
  /** What is left of all operations on it. */
  readonly operations: readonly Operation[];
}

/** Folds what is known of a fact and what is not yet confirmed into the fact as it will be. */
export function draftOf(id: string, known: Known | undefined, pending: readonly Operation[]): Draft {
  const type = factTypeOfId(id);
  if (!type) throw new Error(`${id} is not the id of a fact`);
  const mine = pending.filter(({ fact }) => fact === id);
  const { operations } =
    mine.length > 0 ? net([...(known?.operations ?? []), ...mine]) : { operations: known?.operations ?? [] };
  const main = operations.find((operation) => rowOf(operation) === id);
  const standing = known?.standing;
  return {
    id,
    type,
    standing,
    operations,
    status: statusOf(main, standing, operations),
    values: valuesAfter(main, standing),
    ...citationsAfter(operations, main, standing),
    waivers: main && 'waivers' in main && main.waivers ? main.waivers : {},
    retirement: main?.kind === 'retire' ? main : undefined,
  };
}

function statusOf(
  main: Operation | undefined,
  standing: Standing | undefined,
  operations: readonly Operation[],
): Draft['status'] {
  if (main?.kind === 'retire') return 'retired';
  if (main?.kind === 'create' || main?.kind === 'dispute') return 'new';
  if (main?.kind === 'restore') return 'restored';
  if (operations.length > 0) return 'changed';
  return standing ? 'standing' : 'nothing';
}

function valuesAfter(main: Operation | undefined, standing: Standing | undefined): Values {
  if (main?.kind === 'create' || main?.kind === 'dispute') return main.values;
  if (main?.kind === 'restore') return main.state.values;
  const values = { ...standing?.values };
  if (main && setsFields(main)) Object.assign(values, main.set);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function citationsAfter(
  operations: readonly Operation[],
  main: Operation | undefined,
  standing: Standing | undefined,
): Pick<Draft, 'citations' | 'removedCitations'> {
  const gone = new Set(operations.flatMap((operation) => (operation.kind === 'uncite' ? [operation.citation] : [])));
  const rows = main?.kind === 'restore' ? main.state.citations : (standing?.citations ?? []);
  const kept = rows.map(({ id, values }) => ({ id, values, isNew: false }));
  const added = operations
    .filter((operation): operation is CiteOperation => operation.kind === 'cite')
    .map(({ citation, values }) => ({ id: citation, values, isNew: true }));
  return {
    citations: [...kept.filter(({ id }) => !gone.has(id)), ...added],
    removedCitations: kept.filter(({ id }) => gone.has(id)),
  };
}
