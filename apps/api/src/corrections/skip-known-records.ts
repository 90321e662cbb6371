import { type CreateOperation, codeKey, type Operation } from '@chancery/changesets';
import { linkFields } from '@chancery/codebook';
import { codes } from '@chancery/ledger';
import type pg from 'pg';

/** What of some operations a register needs, and the facts that are left out because it has them under other ids. */
export interface Needed {
  readonly operations: readonly Operation[];
  /** The label of the fact that the register has, by the id of the one that is left out. */
  readonly known: ReadonlyMap<string, string>;
}

/**
 * Leaves out records that the register has already: another fact has a code that the operations would give to them. With
 * such a record goes everything that points at it. A code for a record that stands is left out alone.
 */
export async function skipKnownRecords(desk: pg.Pool, operations: readonly Operation[]): Promise<Needed> {
  const created = new Set(operations.flatMap(({ kind, fact }) => (kind === 'create' ? [fact] : [])));
  const given = operations.filter(
    (operation): operation is CreateOperation => operation.kind === 'create' && operation.type === 'ExternalCode',
  );
  const keyOf = ({ values }: CreateOperation) => codeKey(String(values.scheme), String(values.value));
  const standing = await codes(desk, new Set(given.map(keyOf)));
  const known = new Map<string, string>();
  for (const code of given) {
    const of = String(code.values.of);
    const other = standing.get(keyOf(code))?.find((each) => each.of !== of);
    if (other) known.set(created.has(of) ? of : code.fact, other.ofLabel);
  }
  return { operations: without(operations, new Set(known.keys())), known };
}

/** The operations without those on some facts, on what points at them, and so on. */
function without(operations: readonly Operation[], facts: ReadonlySet<string>): readonly Operation[] {
  if (facts.size === 0) return operations;
  const gone = new Set(facts);
  const points = (operation: Operation) =>
    operation.kind === 'create' &&
    linkFields(operation.type).some(([field]) => gone.has(String(operation.values[field])));
  for (let before = 0; before !== gone.size; ) {
    before = gone.size;
    for (const operation of operations) if (points(operation)) gone.add(operation.fact);
  }
  return operations.filter(({ fact }) => !gone.has(fact));
}
