import { factPath } from '../../addresses/collections.ts';

interface Numbered {
  readonly id: string;
}

/** The page of a changeset: what it does, its problems, and what its author can do with it. */
export function changesetAddress({ id }: Numbered): string {
  return `/desk/changesets/${id}`;
}

/** Where a changeset is reviewed and merged. */
export function reviewAddress({ id }: Numbered): string {
  return `/desk/changesets/${id}/review`;
}

/** Where the conflicts of a changeset are settled. */
export function conflictsAddress({ id }: Numbered): string {
  return `/desk/changesets/${id}/conflicts`;
}

/** Where a fact is edited, at one of its fields if one is named. */
export function editorAddress(fact: string, field?: string | null): string {
  return `/desk${factPath(fact)}${field ? `#field-${field}` : ''}`;
}

/** What was done to a fact. */
export function historyAddress(fact: string): string {
  return `/desk${factPath(fact)}/history`;
}
