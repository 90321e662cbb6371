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
  /** The id of the operation, made by its author. A changeset skips an appended operation whose id it already has. */
  readonly id: string;
  readonly type: FactTypeName;
  /** The id of the fact that the operation adds, changes or retires, or whose citation it adds or removes. */
  readonly fact: string;
}

/** Adds a new fact to the register. `batch` is the import batch whose citation covers the values, if any. */
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

/**
 * Sets fields of a fact. `base` holds the value that the editor saw in each of these fields; a field that `base` lacks
 * was empty.
 */
export interface UpdateOperation extends OperationHead {
  readonly kind: 'update';
  readonly set: Values;
  readonly base: Values;
  readonly waivers?: Waivers;
}

/** Sets fields to values that claims state, with a reason for each. It may also set other fields, as an update does. */
export interface AdoptOperation extends OperationHead {
  readonly kind: 'adopt';
  readonly set: Values;
  readonly base: Values;
  readonly waivers?: Waivers;
  /** The adopted claim and the reason, by field name. */
  readonly adopted: Readonly<Record<string, { readonly claim: string; readonly reason: string }>>;
}

/**
 * Takes a fact and its citations out of the register. The id of the fact is never given to another fact, but may
 * redirect to one.
 */
export interface RetireOperation extends OperationHead {
  readonly kind: 'retire';
  readonly reason: string;
  readonly redirectTo?: string;
  /** The state of the fact before the retirement. The ledger records it at the merge; `undefined` before. */
  readonly was?: FactState;
}

/** Brings a retired fact and its citations back into the register. */
export interface RestoreOperation extends OperationHead {
  readonly kind: 'restore';
  readonly state: FactState;
  /** Why fields that differ from the retired state, or whose citation is not restored, need no other citation. */
  readonly waivers?: Waivers;
  /** The reason and redirect of the undone retirement. The ledger records them at the merge; `undefined` before. */
  readonly retired?: { readonly reason: string; readonly redirectTo?: string };
}

/** Adds a citation to a fact or to one of its fields. */
export interface CiteOperation extends OperationHead {
  readonly kind: 'cite';
  readonly citation: string;
  readonly values: Values;
}

/** Removes a citation. `values` holds the values of the citation that the editor saw. */
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

/** What an operation does to its fact or citation, such as `create` or `uncite`. */
export type OperationKind = Operation['kind'];

/** All values of {@link OperationKind}. */
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

/** Returns true when an operation adds a fact to the register: a creation, a dispute or a restoration. */
export function addsFact(operation: Operation): operation is CreateOperation | DisputeOperation | RestoreOperation {
  return operation.kind === 'create' || operation.kind === 'dispute' || operation.kind === 'restore';
}

/** Returns true when an operation sets fields of an existing fact: an update or an adoption. */
export function setsFields(operation: Operation): operation is UpdateOperation | AdoptOperation {
  return operation.kind === 'update' || operation.kind === 'adopt';
}

/** Returns the values that an operation writes to its fact; an empty object for a retirement and for citations. */
export function writtenValues(operation: Operation): Values {
  if (operation.kind === 'create' || operation.kind === 'dispute') return operation.values;
  if (operation.kind === 'restore') return operation.state.values;
  return setsFields(operation) ? operation.set : {};
}
