import type { Operation } from '@chancery/changesets';
import { type FieldValue, newDeskId, sameValue, typeOf, type Values } from '@chancery/codebook';
import type { Draft } from '../changeset/draft.ts';

/**
 * The operation that gives a field a value: the creation of the fact if it is not there yet, with what it starts from;
 * `undefined` where nothing would change.
 */
export function settingOf(draft: Draft, name: string, value: FieldValue, start: Values = {}): Operation | undefined {
  const before = draft.values[name] ?? null;
  if (sameValue(before, value) || draft.status === 'retired') return undefined;
  const on = { id: newDeskId('operation'), fact: draft.id };
  if (draft.status !== 'nothing') {
    return { ...on, kind: 'update', type: draft.type, set: { [name]: value }, base: { [name]: before } };
  }
  const values = { ...start, [name]: value };
  return draft.type === 'Dispute'
    ? { ...on, kind: 'dispute', type: 'Dispute', values }
    : { ...on, kind: 'create', type: draft.type, values };
}

/** The operation that says why fields need no citation. */
export function waiverOf(draft: Draft, fields: readonly string[], reason: string): Operation {
  const as = Object.fromEntries(fields.map((name) => [name, draft.values[name] ?? null]));
  const waivers = Object.fromEntries(fields.map((name) => [name, reason]));
  return { id: newDeskId('operation'), kind: 'update', type: draft.type, fact: draft.id, set: as, base: as, waivers };
}

/** The operations that take a waiver away: its value goes, and the waiver with it; the value comes again without one. */
export function waiverTaken({ id: fact, type, values, standing }: Draft, field: string): Operation[] {
  const now = { [field]: values[field] ?? null };
  const before = { [field]: standing?.values[field] ?? null };
  return [
    { id: newDeskId('operation'), kind: 'update', type, fact, set: before, base: now },
    { id: newDeskId('operation'), kind: 'update', type, fact, set: now, base: before },
  ];
}

/** A title for the changeset that a first edit opens. */
export function titleFor(draft: Draft, label: string): string {
  const { singular } = typeOf(draft.type);
  return draft.status === 'nothing' || draft.status === 'new'
    ? `New ${singular}`
    : `${singular.charAt(0).toUpperCase()}${singular.slice(1)}: ${label}`;
}
