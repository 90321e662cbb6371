import type { Values } from '@chancery/codebook';
import { addsFact, type FactState, type Operation, type RetireOperation, setsFields } from '../operation.ts';

/** A minimal register in memory. Applying operations to it defines for tests what each kind of operation does. */
export interface ToyRegister {
  readonly facts: ReadonlyMap<string, Pick<FactState, 'values' | 'batch'>>;
  readonly citations: ReadonlyMap<string, Values>;
  readonly tombstones: ReadonlyMap<string, Tombstone>;
}

type Tombstone = Pick<RetireOperation, 'reason' | 'redirectTo'> & { readonly was: FactState };

export const emptyRegister: ToyRegister = { facts: new Map(), citations: new Map(), tombstones: new Map() };

/** Applies operations to a register one after the other and returns the new register; the old one is unchanged. */
export function apply(register: ToyRegister, operations: readonly Operation[]): ToyRegister {
  return operations.reduce(applyOne, register);
}

function applyOne(register: ToyRegister, operation: Operation): ToyRegister {
  const facts = new Map(register.facts);
  const citations = new Map(register.citations);
  const tombstones = new Map(register.tombstones);
  const { fact } = operation;
  if (operation.kind === 'cite') citations.set(operation.citation, operation.values);
  if (operation.kind === 'uncite') citations.delete(operation.citation);
  if (setsFields(operation))
    facts.set(fact, { ...facts.get(fact), values: merged(facts.get(fact)?.values, operation.set) });
  if (addsFact(operation)) {
    const {
      values,
      batch,
      citations: rows,
    } = operation.kind === 'restore' ? operation.state : { batch: undefined, citations: [], ...operation };
    facts.set(fact, { values, ...(batch ? { batch } : {}) });
    for (const row of rows) citations.set(row.id, row.values);
    tombstones.delete(fact);
  }
  if (operation.kind === 'retire') {
    const { reason, redirectTo } = operation;
    const was = stateOf(register, fact);
    tombstones.set(fact, { reason, was, ...(redirectTo ? { redirectTo } : {}) });
    facts.delete(fact);
    for (const { id } of was.citations) citations.delete(id);
  }
  return { facts, citations, tombstones };
}

function merged(values: Values = {}, set: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...set }).filter(([, value]) => value !== null));
}

/**
 * Returns the complete state of a fact, with its citations.
 * @throws Error if the register does not have the fact
 */
export function stateOf({ facts, citations }: ToyRegister, fact: string): FactState {
  const state = facts.get(fact);
  if (!state) throw new Error(`the register has no fact ${fact}`);
  const own = [...citations].filter(([, values]) => values.fact === fact).map(([id, values]) => ({ id, values }));
  return { ...state, citations: own };
}

/**
 * Adds what the ledger records at a merge: the state that each retirement removes and the retirement that each
 * restoration undoes.
 */
export function withRecordedStates(operations: readonly Operation[], register: ToyRegister): Operation[] {
  return operations.map((operation) => {
    if (operation.kind === 'retire') return { ...operation, was: stateOf(register, operation.fact) };
    const tombstone = operation.kind === 'restore' && register.tombstones.get(operation.fact);
    if (operation.kind !== 'restore' || !tombstone) return operation;
    const { was: _, ...retired } = tombstone;
    return { ...operation, retired };
  });
}

/** Returns what readers see of a register: its facts and citations by id, without tombstones. */
export function publishedContent({ facts, citations }: ToyRegister): unknown {
  return { facts: Object.fromEntries(facts), citations: Object.fromEntries(citations) };
}
