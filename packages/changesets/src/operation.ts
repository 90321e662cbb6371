import type { FactTypeName, Values } from '@chancery/codebook';

/** Reasons why a cited field needs no citation, by field name; `*` stands for the fact as a whole. */
export type Waivers = Readonly<Record<string, string>>;

/** The line of an import batch that a fact was read from. */
export interface BatchLine {
  readonly id: string;
  readonly line: number;
}

/** A citation with its id and values; `values.fact` names the fact that it is cited for. */
export interface CitationRow {
  readonly id: string;
  readonly values: Values;
}

/** The whole of a fact as it stood: what a retirement takes away and a restoration brings back. */
export interface FactState {
  readonly values: Values;
  readonly batch?: BatchLine;
  readonly citations: readonly CitationRow[];
}

interface OperationOn {
  /** The id of the operation itself, made when it is written: appending it twice has one effect. */
  readonly id: string;
  readonly type: FactTypeName;
  /** The id of the fact that it is about; for `create` and `dispute` the new one. */
  readonly fact: string;
}

/** Records a new fact. */
export interface CreateOperation extends OperationOn {
  readonly kind: 'create';
  readonly values: Values;
  readonly batch?: BatchLine;
  readonly waivers?: Waivers;
}

/** Records that two facts contradict each other: a new fact of type `Dispute`. */
export interface DisputeOperation extends OperationOn {
  readonly kind: 'dispute';
  readonly type: 'Dispute';
  readonly values: Values;
}

/** Sets fields of a fact. `base` holds, for each field that is set, the value that the editor saw. */
export interface UpdateOperation extends OperationOn {
  readonly kind: 'update';
  readonly set: Values;
  readonly base: Values;
  readonly waivers?: Waivers;
}

/** Makes the value of a claim the value of the field that it is about, with the reason. Otherwise like an update. */
export interface AdoptOperation extends OperationOn {
  readonly kind: 'adopt';
  readonly set: Values;
  readonly base: Values;
  readonly waivers?: Waivers;
  /** By field: the claim adopted, and why. */
  readonly adopted: Readonly<Record<string, { readonly claim: string; readonly reason: string }>>;
}

/** Takes a fact out of the register, with its citations. Its id keeps its meaning, and may lead to another fact. */
export interface RetireOperation extends OperationOn {
  readonly kind: 'retire';
  readonly reason: string;
  readonly redirectTo?: string;
  /** What was taken away; the ledger notes it when it merges. */
  readonly was?: FactState;
}

/** Brings a retired fact back. */
export interface RestoreOperation extends OperationOn {
  readonly kind: 'restore';
  readonly state: FactState;
  /** Why fields that differ from what was retired need no citation. */
  readonly waivers?: Waivers;
  /** The retirement that is undone; the ledger notes it when it merges. */
  readonly retired?: { readonly reason: string; readonly redirectTo?: string };
}

/** Hangs a citation on a fact or on one of its fields. */
export interface CiteOperation extends OperationOn {
  readonly kind: 'cite';
  readonly citation: string;
  readonly values: Values;
}

/** Takes a citation away. `values` is the citation as the editor saw it. */
export interface UnciteOperation extends OperationOn {
  readonly kind: 'uncite';
  readonly citation: string;
  readonly values: Values;
  /** Why the cited fields of the fact can do without it. */
  readonly waivers?: Waivers;
}

/** One thing that an editor does to the register. */
export type Operation =
  | CreateOperation
  | DisputeOperation
  | UpdateOperation
  | AdoptOperation
  | RetireOperation
  | RestoreOperation
  | CiteOperation
  | UnciteOperation;

/** The kinds of operation. */
export type OperationKind = Operation['kind'];

/** The kinds of operation, in the order in which they are described. */
export const operationKinds = [
  'create',
  'update',
  'retire',
  'restore',
  'cite',
  'uncite',
  'adopt',
  'dispute',
] as const satisfies readonly OperationKind[];

/** Whether an operation brings a fact into the register. */
export function bringsFact(operation: Operation): operation is CreateOperation | DisputeOperation | RestoreOperation {
  return operation.kind === 'create' || operation.kind === 'dispute' || operation.kind === 'restore';
}

/** Whether an operation sets fields of a fact that is there. */
export function setsFields(operation: Operation): operation is UpdateOperation | AdoptOperation {
  return operation.kind === 'update' || operation.kind === 'adopt';
}

/** The values that an operation gives to a fact, or none. */
export function valuesSet(operation: Operation): Values {
  if (operation.kind === 'create' || operation.kind === 'dispute') return operation.values;
  if (operation.kind === 'restore') return operation.state.values;
  return setsFields(operation) ? operation.set : {};
}
