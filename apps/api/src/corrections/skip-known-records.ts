import { type CreateOperation, codeKey, type Operation } from '@chancery/changesets';
import { linkFields } from '@chancery/codebook';
import { lookUpCodes } from '@chancery/ledger';
import type pg from 'pg';

/** The operations that a register needs, and the records and codes that it already has under other ids. */
export interface NeededOperations {
  readonly operations: readonly Operation[];
  /** The label of the fact that already has the code, by the id of the record or code that is skipped. */
  readonly skipped: ReadonlyMap<string, string>;
}

/**
 * Leaves out records that the register already has: new records to which the operations give a code that a fact of the
 * register has. New facts that link to such a record are left out too. If the operations do not create the record of
 * such a code, only the code is left out.
 */
export async function skipKnownRecords(desk: pg.Pool, operations: readonly Operation[]): Promise<NeededOperations> {
  const created = new Set(operations.flatMap(({ kind, fact }) => (kind === 'create' ? [fact] : [])));
  const newCodes = operations.filter(
    (operation): operation is CreateOperation => operation.kind === 'create' && operation.type === 'ExternalCode',
  );
  const keyOf = ({ values }: CreateOperation) => codeKey(String(values.scheme), String(values.value));
  const standing = await lookUpCodes(desk, new Set(newCodes.map(keyOf)));
  const skipped = new Map<string, string>();
  for (const code of newCodes) {
    const of = String(code.values.of);
    const other = standing.get(keyOf(code))?.find((holder) => holder.of !== of);
    if (other) skipped.set(created.has(of) ? of : code.fact, other.ofLabel);
  }
  return { operations: without(operations, new Set(skipped.keys())), skipped };
}

/**
 * Returns the operations without those on the given facts and on new facts that link to them, directly or indirectly.
 */
function without(operations: readonly Operation[], facts: ReadonlySet<string>): readonly Operation[] {
  if (facts.size === 0) return operations;
  const removed = new Set(facts);
  const linksToRemoved = (operation: Operation) =>
    operation.kind === 'create' &&
    linkFields(operation.type).some(([field]) => removed.has(String(operation.values[field])));
  for (let before = 0; before !== removed.size; ) {
    before = removed.size;
    for (const operation of operations) if (linksToRemoved(operation)) removed.add(operation.fact);
  }
  return operations.filter(({ fact }) => !removed.has(fact));
}
