import { type FieldValue, sameValue, type Values } from '@chancery/codebook';
import { type AdoptOperation, type Operation, setsFields, type UpdateOperation } from './operation.ts';

/** A field that was changed in the register after the editor read it, to a value other than the editor's. */
export interface Conflict {
  readonly fact: string;
  readonly field: string;
  readonly operation: string;
  /**
   * The value that the editor saw, the current value, and the value that the editor sets; `null` where the field is
   * empty.
   */
  readonly base: FieldValue;
  readonly theirs: FieldValue;
  readonly yours: FieldValue;
}

/**
 * Returns the conflicts of one net operation with the current values. Fields that nobody else changed never conflict.
 */
export function conflictsOf(operation: Operation, current: Values): Conflict[] {
  if (!setsFields(operation)) return [];
  return Object.keys(operation.set)
    .filter(
      (field) => !sameValue(current[field], operation.base[field]) && !sameValue(current[field], operation.set[field]),
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

/** An operation rebased on the current values, and its conflicts. */
export interface Rebased {
  /** `undefined` when no field is left to set because the register already has the values. */
  readonly operation: Operation | undefined;
  readonly conflicts: readonly Conflict[];
}

/**
 * Rebases a net operation on the current values. Fields that already have the intended value are dropped, fields that
 * nobody else changed stay, and fields in conflict stay with their old base and are reported.
 */
export function rebase(operation: Operation, current: Values): Rebased {
  if (!setsFields(operation)) return { operation, conflicts: [] };
  const conflicts = conflictsOf(operation, current);
  const wanted = Object.keys(operation.set).filter((field) => !sameValue(current[field], operation.set[field]));
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

/** How an editor resolves a conflict: keep their own value, take the current one, or write another. */
export type Resolution = { readonly keep: 'mine' } | { readonly keep: 'theirs' } | { readonly value: FieldValue };

/**
 * Returns the update that resolves a conflict, to be appended to the changeset. It is based on the current value, so
 * the conflict is gone once the update is folded with the editor's earlier operation.
 */
export function resolve(conflict: Conflict, resolution: Resolution): { set: Values; base: Values } {
  const chosen =
    'value' in resolution ? resolution.value : resolution.keep === 'mine' ? conflict.yours : conflict.theirs;
  return { set: { [conflict.field]: chosen }, base: { [conflict.field]: conflict.theirs } };
}
