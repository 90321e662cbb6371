import { isSameValue, type Values } from '@chancery/codebook';
import {
  type AdoptOperation,
  addsFact,
  type Operation,
  type RestoreOperation,
  setsFields,
  type UnciteOperation,
  type UpdateOperation,
} from './operation.ts';
import type { Problem } from './problem.ts';

/**
 * The net operations of a changeset, at most one for each fact and one for each citation, and a problem for each
 * operation that could not be folded.
 */
export interface NetOperations {
  readonly operations: Operation[];
  readonly problems: Problem[];
}

/** Returns the id of what an operation changes: of the citation for `cite` and `uncite`, else of the fact. */
export function rowIdOf(operation: Operation): string {
  return operation.kind === 'cite' || operation.kind === 'uncite' ? operation.citation : operation.fact;
}

/**
 * Folds a list of operations, in the order in which they were written, so that each fact and each citation is changed
 * at most once. A creation and later updates of the fact become one creation. Updates of one fact become one update
 * with the last value of each field. A fact or citation that the list both adds and removes is left out. The list must
 * hold all operations of the changeset on each of its facts.
 */
export function net(operations: readonly Operation[]): NetOperations {
  const folded = new Map<string, Operation | undefined>();
  const problems: Problem[] = [];
  const undone = new Set<string>();
  const cited = new Map<string, Set<string>>();
  for (const operation of operations) {
    const row = rowIdOf(operation);
    const before = folded.get(row);
    const restored = folded.get(operation.fact);
    const after = before ? fold(before, operation) : operation;
    if (after === 'out of order') {
      problems.push(outOfOrder(operation));
    } else if (operation.kind === 'uncite' && !before && restored?.kind === 'restore' && hasCitation(restored, row)) {
      folded.set(operation.fact, withoutCitation(restored, operation));
    } else {
      if (after === undefined && before && addsFact(before)) undone.add(before.fact);
      if (after && addsFact(after)) undone.delete(after.fact);
      folded.set(row, after);
      if (operation.kind === 'retire') {
        // Retiring a fact removes all its citations, so earlier operations on them no longer matter.
        for (const citation of cited.get(operation.fact) ?? []) folded.delete(citation);
        cited.delete(operation.fact);
      } else if (row !== operation.fact) {
        cited.set(operation.fact, (cited.get(operation.fact) ?? new Set()).add(row));
      }
    }
  }
  const remaining = [...folded.values()].filter((operation) => operation !== undefined);
  const retired = new Set(remaining.filter(({ kind }) => kind === 'retire').map(({ fact }) => fact));
  return { operations: remaining.filter((operation) => isNeeded(operation, undone, retired)), problems };
}

// Operations on citations are dropped when their fact is never added or is retired, which removes its citations anyway.
function isNeeded(operation: Operation, undone: ReadonlySet<string>, retired: ReadonlySet<string>): boolean {
  if (operation.kind !== 'cite' && operation.kind !== 'uncite') return true;
  return !undone.has(operation.fact) && !retired.has(operation.fact);
}

function hasCitation({ state }: RestoreOperation, citation: string): boolean {
  return state.citations.some(({ id }) => id === citation);
}

function withoutCitation(restored: RestoreOperation, { citation, waivers }: UnciteOperation): RestoreOperation {
  const citations = restored.state.citations.filter(({ id }) => id !== citation);
  return { ...restored, state: { ...restored.state, citations }, ...withWaivers(restored.waivers, waivers) };
}

function fold(before: Operation, after: Operation): Operation | undefined | 'out of order' {
  if (addsFact(before)) {
    if (setsFields(after)) return withValues(before, after);
    return after.kind === 'retire' ? undefined : 'out of order';
  }
  if (setsFields(before)) {
    if (setsFields(after)) return overlay(before, after);
    return after.kind === 'retire' ? after : 'out of order';
  }
  if (before.kind === 'retire') {
    // The fact exists before and after with the same state, so the two cancel out.
    return after.kind === 'restore' ? undefined : 'out of order';
  }
  if (before.kind === 'cite') return after.kind === 'uncite' ? undefined : 'out of order';
  return after.kind === 'cite' && sameValues(before.values, after.values) ? undefined : 'out of order';
}

function withValues(
  before: Extract<Operation, { kind: 'create' | 'dispute' | 'restore' }>,
  after: UpdateOperation | AdoptOperation,
): Operation {
  if (before.kind === 'restore') {
    const state = { ...before.state, values: set(before.state.values, after.set) };
    return { ...before, state, ...waiversFor(state.values, before.waivers, after.waivers) };
  }
  const values = set(before.values, after.set);
  if (before.kind === 'dispute') return { ...before, values };
  return { ...before, values, ...waiversFor(values, before.waivers, after.waivers) };
}

function overlay(
  before: UpdateOperation | AdoptOperation,
  after: UpdateOperation | AdoptOperation,
): Operation | undefined {
  const base: Values = { ...before.base, ...newerBase(before, after) };
  const merged: Values = { ...before.set, ...after.set };
  const changed = Object.keys(merged).filter((name) => !isSameValue(merged[name], base[name]));
  if (changed.length === 0) return undefined;
  const only = (values: Values): Values => Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
  const adoptions = Object.entries({
    ...('adopted' in before ? before.adopted : {}),
    ...('adopted' in after ? after.adopted : {}),
  });
  // A plain update after an adoption means that the field's value no longer comes from the claim.
  const remaining = adoptions.filter(
    ([name]) => changed.includes(name) && !(after.kind === 'update' && name in after.set),
  );
  const shared = {
    id: before.id,
    type: before.type,
    fact: before.fact,
    set: only(merged),
    base: only(base),
    ...waiversFor(only(merged), before.waivers, after.waivers),
  };
  return remaining.length > 0
    ? { ...shared, kind: 'adopt', adopted: Object.fromEntries(remaining) }
    : { ...shared, kind: 'update' };
}

// The base is the register's value as the editor saw it. If the later operation's base is the value that the draft
// itself set, the earlier base still applies. If it is another value, the editor has since seen the register change.
function newerBase(before: UpdateOperation | AdoptOperation, after: UpdateOperation | AdoptOperation): Values {
  return Object.fromEntries(
    Object.entries(after.base).filter(
      ([name, value]) => !(name in before.set) || !isSameValue(value, before.set[name]),
    ),
  );
}

function set(values: Values, over: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...over }).filter(([, value]) => value !== null));
}

function withWaivers(
  before: UpdateOperation['waivers'],
  after: UpdateOperation['waivers'],
): { waivers?: Readonly<Record<string, string>> } {
  return before || after ? { waivers: { ...before, ...after } } : {};
}

// Drops the waivers of fields whose value is dropped.
function waiversFor(
  values: Values,
  before: UpdateOperation['waivers'],
  after: UpdateOperation['waivers'],
): { waivers?: Readonly<Record<string, string>> } {
  const { waivers } = withWaivers(before, after);
  if (!waivers) return {};
  return { waivers: Object.fromEntries(Object.entries(waivers).filter(([name]) => name === '*' || name in values)) };
}

function sameValues(a: Values, b: Values): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSameValue(a[name], b[name]));
}

function outOfOrder(operation: Operation): Problem {
  return {
    code: 'operations-in-order',
    severity: 'error',
    message: `The operation “${operation.kind}” cannot follow the earlier operations of this changeset on the same fact or citation. Discard this operation or the earlier ones.`,
    fact: operation.fact,
    operation: operation.id,
  };
}
