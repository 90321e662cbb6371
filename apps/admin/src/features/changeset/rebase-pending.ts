import { type Conflict, type Operation, rebase } from '@chancery/changesets';
import type { Draft } from './draft.ts';

/** A rebased operation and the conflicts that the editor has to resolve. */
interface Rebased {
  /** `undefined` if the changeset already has the change, or if all fields of the operation are in conflict. */
  readonly operation: Operation | undefined;
  readonly conflicts: readonly Conflict[];
}

/**
 * Rebases a pending operation onto the fact as another window has saved it. A field that both windows set to different
 * values becomes a conflict and is left out of the operation.
 */
export function rebasePending(current: Draft, operation: Operation): Rebased {
  if (operation.kind === 'create')
    return { operation: current.status === 'none' ? operation : undefined, conflicts: [] };
  if (operation.kind === 'cite') {
    const isPresent = current.citations.some(({ id }) => id === operation.citation);
    return { operation: isPresent ? undefined : operation, conflicts: [] };
  }
  const { operation: rebased, conflicts } = rebase(operation, current.values);
  if (conflicts.length === 0 || !rebased || rebased.kind !== 'update') return { operation: rebased, conflicts };
  const inConflict = new Set(conflicts.map(({ field }) => field));
  const withoutConflicts = (values: typeof rebased.set) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !inConflict.has(name)));
  const set = withoutConflicts(rebased.set);
  return {
    operation: Object.keys(set).length > 0 ? { ...rebased, set, base: withoutConflicts(rebased.base) } : undefined,
    conflicts,
  };
}
