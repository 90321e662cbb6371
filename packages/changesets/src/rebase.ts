import { type FieldValue, sameValue, type Values } from '@chancery/codebook';
import { type AdoptOperation, type Operation, setsFields, type UpdateOperation } from './operation.ts';

/** A field that somebody else has changed since the editor saw it, to something other than what the editor wants. */
export interface Conflict {
  readonly fact: string;
  readonly field: string;
  readonly operation: string;
  /** What the editor saw, what stands now, what the editor wants; `null` where the field is empty. */
  readonly base: FieldValue;
  readonly theirs: FieldValue;
  readonly yours: FieldValue;
}

/** The conflicts of one net operation with the values that stand now. Fields that nobody else touched never conflict. */
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

/** An operation brought up to the values that stand now, and what stands in the way. */
export interface Rebased {
  /** `undefined` when nothing is left to do, because others have done the same. */
  readonly operation: Operation | undefined;
  readonly conflicts: readonly Conflict[];
}

/**
 * Brings a net operation up to the values that stand now: fields that already hold what is wanted drop out, fields that
 * nobody else touched stay, fields in conflict stay with their old base and are reported.
 */
export function rebase(operation: Operation, current: Values): Rebased {
  if (!setsFields(operation)) return { operation, conflicts: [] };
  const conflicts = conflictsOf(operation, current);
  const wanted = Object.keys(operation.set).filter((field) => !sameValue(current[field], operation.set[field]));
  if (wanted.length === 0) return { operation: undefined, conflicts };
  const only = (values: Values): Values => Object.fromEntries(wanted.map((field) => [field, values[field] ?? null]));
  const left = { ...operation, set: only(operation.set), base: only(operation.base) };
  return { operation: left.kind === 'adopt' ? stillAdopting(left) : left, conflicts };
}

// Where others have recorded the value meanwhile, no claim is adopted for it any more.
function stillAdopting({ adopted, ...operation }: AdoptOperation): UpdateOperation | AdoptOperation {
  const standing = Object.entries(adopted).filter(([field]) => field in operation.set);
  return standing.length > 0
    ? { ...operation, adopted: Object.fromEntries(standing) }
    : { ...operation, kind: 'update' };
}

/** How an editor settles a conflict: keep their own value, take the one that stands, or write another. */
export type Resolution = { readonly keep: 'mine' } | { readonly keep: 'theirs' } | { readonly value: FieldValue };

/**
 * The update that settles a conflict, to be appended to the changeset. It is based on the value that stands now, so the
 * conflict is gone once it is folded with what the editor wrote before.
 */
export function resolve(conflict: Conflict, resolution: Resolution): { set: Values; base: Values } {
  const chosen =
    'value' in resolution ? resolution.value : resolution.keep === 'mine' ? conflict.yours : conflict.theirs;
  return { set: { [conflict.field]: chosen }, base: { [conflict.field]: conflict.theirs } };
}
