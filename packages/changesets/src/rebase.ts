import { type FieldValue, isSameValue, type Values } from '@chancery/codebook';
import { type AdoptOperation, type Operation, setsFields, type UpdateOperation } from './operation.ts';

/** A field in which the register now has neither the value that the editor saw nor the value that the editor sets. */
export interface Conflict {
  readonly fact: string;
  readonly field: string;
  readonly operation: string;
  /** The value that the editor saw; `null` if the field was empty. */
  readonly base: FieldValue;
  /** The value that the register has now; `null` if the field is empty. */
  readonly theirs: FieldValue;
  /** The value that the editor sets; `null` to empty the field. */
  readonly yours: FieldValue;
}

/**
 * Returns the conflicts of one net operation with the current values of its fact. Only updates and adoptions can have
 * conflicts, and only in fields that were changed after the editor saw them.
 */
export function conflictsOf(operation: Operation, current: Values): Conflict[] {
  if (!setsFields(operation)) return [];
  return Object.keys(operation.set)
    .filter(
      (field) =>
        !isSameValue(current[field], operation.base[field]) && !isSameValue(current[field], operation.set[field]),
    )
    .map((field) => ({
      fact: operation.fact,
      field,
      operation: operation.id,
      base: operation.base[field] ?? null,
      theirs: current[field] ?? null,
      yours: operation.set[field] ?? null,
    }));
}

/** An operation rebased on the current values, and its conflicts with them. */
export interface RebasedOperation {
  /** `undefined` when no field is left to set because the register already has the values. */
  readonly operation: Operation | undefined;
  readonly conflicts: readonly Conflict[];
}

/**
 * Rebases a net operation on the current values of its fact. Fields that already have the value that the editor sets
 * are dropped. All others stay with their base, and those in conflict are also reported.
 */
export function rebase(operation: Operation, current: Values): RebasedOperation {
  if (!setsFields(operation)) return { operation, conflicts: [] };
  const conflicts = conflictsOf(operation, current);
  const wanted = Object.keys(operation.set).filter((field) => !isSameValue(current[field], operation.set[field]));
  if (wanted.length === 0) return { operation: undefined, conflicts };
  const only = (values: Values): Values => Object.fromEntries(wanted.map((field) => [field, values[field] ?? null]));
  const rebased = { ...operation, set: only(operation.set), base: only(operation.base) };
  return { operation: rebased.kind === 'adopt' ? withoutDroppedAdoptions(rebased) : rebased, conflicts };
}

// Drops the adoption of a claim for each field that already has the value.
function withoutDroppedAdoptions({ adopted, ...operation }: AdoptOperation): UpdateOperation | AdoptOperation {
  const remaining = Object.entries(adopted).filter(([field]) => field in operation.set);
  return remaining.length > 0
    ? { ...operation, adopted: Object.fromEntries(remaining) }
    : { ...operation, kind: 'update' };
}

/**
 * How an editor resolves a conflict: keep the value that the changeset sets (`mine`), take the current value of the
 * register (`theirs`), or set another value.
 */
export type ConflictResolution =
  | { readonly keep: 'mine' }
  | { readonly keep: 'theirs' }
  | { readonly value: FieldValue };

/**
 * Returns the `set` and `base` of an update that resolves a conflict. The base is the current value, so that the
 * conflict is gone once the update is appended to the changeset and folded with the editor's earlier operation.
 */
export function resolveConflict(conflict: Conflict, resolution: ConflictResolution): { set: Values; base: Values } {
  const chosen =
    'value' in resolution ? resolution.value : resolution.keep === 'mine' ? conflict.yours : conflict.theirs;
  return { set: { [conflict.field]: chosen }, base: { [conflict.field]: conflict.theirs } };
}
