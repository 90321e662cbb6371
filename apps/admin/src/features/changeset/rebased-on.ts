import { type Conflict, type Operation, rebase } from '@chancery/changesets';
import type { Draft } from './draft.ts';

/** What is left of an operation, and what has to be asked. */
interface Rebased {
  /** Absent where what it says is there already, or has to be asked first. */
  readonly operation: Operation | undefined;
  readonly conflicts: readonly Conflict[];
}

/** Brings an operation that waits up to what another window has made of its fact: where both set a field, it is asked. */
export function rebasedOn(there: Draft, operation: Operation): Rebased {
  if (operation.kind === 'create')
    return { operation: there.status === 'nothing' ? operation : undefined, conflicts: [] };
  if (operation.kind === 'cite') {
    const isThere = there.citations.some(({ id }) => id === operation.citation);
    return { operation: isThere ? undefined : operation, conflicts: [] };
  }
  const { operation: wanted, conflicts } = rebase(operation, there.values);
  if (conflicts.length === 0 || !wanted || wanted.kind !== 'update') return { operation: wanted, conflicts };
  const inConflict = new Set(conflicts.map(({ field }) => field));
  const only = (values: typeof wanted.set) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !inConflict.has(name)));
  const set = only(wanted.set);
  return {
    operation: Object.keys(set).length > 0 ? { ...wanted, set, base: only(wanted.base) } : undefined,
    conflicts,
  };
}
