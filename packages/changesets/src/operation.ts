import type { FactTypeName, Values } from '@chancery/codebook';

/** Reasons why a field that requires evidence has no citation, by field name; `*` covers the whole fact. */
export type Waivers = Readonly<Record<string, string>>;

/** An import batch and the line of its file from which a fact was read. */
export interface BatchLine {
  readonly id: string;
  readonly line: number;
}

/** A citation with its id and values; `values.fact` is the id of the cited fact. */
export interface CitationRow {
  readonly id: string;
  readonly values: Values;
}

/** The complete state of a fact, which a retirement removes and a restoration brings back. */
export interface FactState {
  readonly values: Values;
  readonly batch?: BatchLine;
  readonly citations: readonly CitationRow[];
}

/** The parts that all operations have. */
interface OperationHead {
  /** The id of the operation, made when it is written. Appending an operation with the same id again has no effect. */
  readonly id: string;
  readonly type: FactTypeName;
  /** The id of the fact that the operation changes or cites; for `create` and `dispute` the id of the new fact. */
  readonly fact: string;
}

/** Creates a fact. */
export interface CreateOperation extends OperationHead {
  readonly kind: 'create';
  readonly values: Values;
  readonly batch?: BatchLine;
  readonly waivers?: Waivers;
}

/** Records that two facts contradict each other, as a new fact of type `Dispute`. */
export interface DisputeOperation extends OperationHead {
  readonly kind: 'dispute';
  readonly type: 'Dispute';
  readonly values: Values;
}

/** Sets fields of a fact. `base` holds the value that the editor saw for each field that is set. */
export interface UpdateOperation extends OperationHead {
  readonly kind: 'update';
  readonly set: Values;
  readonly base: Values;
  readonly waivers?: Waivers;
}

/** Sets fields to the values that claims state for them, with a reason for each. Sets other fields as an update does. */
export interface AdoptOperation extends OperationHead {
  readonly kind: 'adopt';
  readonly set: Values;
  readonly base: Values;
  readonly waivers?: Waivers;
  /** The adopted claim and the reason, by field name. */
  readonly adopted: Readonly<Record<string, { readonly claim: string; readonly reason: string }>>;
}

/** Takes a fact and its citations out of the register. Its id is never reused and may redirect to another fact. */
export interface RetireOperation extends OperationHead {
  readonly kind: 'retire';
  readonly reason: string;
  readonly redirectTo?: string;
  /** The retired state; the ledger records it at the merge. */
  readonly was?: FactState;
}

/** Brings a retired fact and its citations back into the register. */
export interface RestoreOperation extends OperationHead {
  readonly kind: 'restore';
  readonly state: FactState;
  /** Why fields that differ from the retired state, or have lost a citation, need no other citation. */
  readonly waivers?: Waivers;
  /** The retirement that is undone; the ledger records it at the merge. */
  readonly retired?: { readonly reason: string; readonly redirectTo?: string };
}

/** Adds a citation to a fact or to one of its fields. */
export interface CiteOperation extends OperationHead {
  readonly kind: 'cite';
  readonly citation: string;
  readonly values: Values;
}

/** Removes a citation. `values` is the citation as the editor saw it. */
export interface UnciteOperation extends OperationHead {
  readonly kind: 'uncite';
  readonly citation: string;
  readonly values: Values;
  /** Why the fields that lose the citation need no other citation. */
  readonly waivers?: Waivers;
}

/** One change of one fact or citation of the register. */
export type Operation =
  | CreateOperation
  | DisputeOperation
  | UpdateOperation
  | AdoptOperation
  | RetireOperation
  | RestoreOperation
  | CiteOperation
  | UnciteOperation;

/** The kind of an operation. */
export type OperationKind = Operation['kind'];

/** All kinds of operations. */
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

/** Returns true when an operation adds a fact to the register. */
export function addsFact(operation: Operation): operation is CreateOperation | DisputeOperation | RestoreOperation {
  return operation.kind === 'create' || operation.kind === 'dispute' || operation.kind === 'restore';
}

/** Returns true when an operation sets fields of an existing fact. */
export function setsFields(operation: Operation): operation is UpdateOperation | AdoptOperation {
  return operation.kind === 'update' || operation.kind === 'adopt';
}

/** Returns the values that an operation writes to a fact; empty for operations that write none. */
export function valuesSet(operation: Operation): Values {
  if (operation.kind === 'create' || operation.kind === 'dispute') return operation.values;
  if (operation.kind === 'restore') return operation.state.values;
  return setsFields(operation) ? operation.set : {};
}
