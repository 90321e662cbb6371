import type { Operation } from '@chancery/changesets';
import { type FieldValue, isSameValue, newDeskId, typeOf, type Values } from '@chancery/codebook';
import type { Draft } from '../changeset/draft.ts';
import { texts } from './texts.tsx';

/**
 * Returns the operation that sets a field: an update, or a create (with the `start` values) for a fact that does not
 * exist yet. Returns `undefined` when the value does not change or the fact is retired.
 */
export function setFieldOperation(
  draft: Draft,
  name: string,
  value: FieldValue,
  start: Values = {},
): Operation | undefined {
  const before = draft.values[name] ?? null;
  if (isSameValue(before, value) || draft.status === 'retired') return undefined;
  const target = { id: newDeskId('operation'), fact: draft.id };
  if (draft.status !== 'none') {
    return { ...target, kind: 'update', type: draft.type, set: { [name]: value }, base: { [name]: before } };
  }
  const values = { ...start, [name]: value };
  return draft.type === 'Dispute'
    ? { ...target, kind: 'dispute', type: 'Dispute', values }
    : { ...target, kind: 'create', type: draft.type, values };
}

/** Returns the operation that waives the citation of the given fields, with the reason. Their values stay the same. */
export function waiveCitationOperation(draft: Draft, fields: readonly string[], reason: string): Operation {
  const values = Object.fromEntries(fields.map((name) => [name, draft.values[name] ?? null]));
  const waivers = Object.fromEntries(fields.map((name) => [name, reason]));
  return {
    id: newDeskId('operation'),
    kind: 'update',
    type: draft.type,
    fact: draft.id,
    set: values,
    base: values,
    waivers,
  };
}

/**
 * Returns the operations that remove a waiver. A waiver is removed with the value that it covers, so the first
 * operation resets the field and the second sets the value again without a waiver.
 */
export function removeWaiverOperations({ id: fact, type, values, published }: Draft, field: string): Operation[] {
  const now = { [field]: values[field] ?? null };
  const before = { [field]: published?.values[field] ?? null };
  return [
    { id: newDeskId('operation'), kind: 'update', type, fact, set: before, base: now },
    { id: newDeskId('operation'), kind: 'update', type, fact, set: now, base: before },
  ];
}

/** Returns the title for a changeset that is opened by an edit of a fact. */
export function titleFor(draft: Draft, label: string): string {
  const { singular } = typeOf(draft.type);
  return draft.status === 'none' || draft.status === 'new'
    ? texts.newFact(singular)
    : texts.changesetTitle(singular, label);
}
