import { factPath } from '../../addresses/collections.ts';

interface ChangesetRef {
  readonly id: string;
}

/** Returns the path of the page of a changeset, where its author submits it. */
export function changesetAddress({ id }: ChangesetRef): string {
  return `/desk/changesets/${id}`;
}

/** Returns the path of the page where a changeset is reviewed and merged. */
export function reviewAddress({ id }: ChangesetRef): string {
  return `/desk/changesets/${id}/review`;
}

/** Returns the path of the page where the conflicts of a changeset are resolved. */
export function conflictsAddress({ id }: ChangesetRef): string {
  return `/desk/changesets/${id}/conflicts`;
}

/** Returns the path of the editor of a fact, with the field as its anchor if one is given. */
export function editorAddress(fact: string, field?: string | null): string {
  return `/desk${factPath(fact)}${field ? `#field-${field}` : ''}`;
}

/** Returns the path of the history of a fact at the desk. */
export function historyAddress(fact: string): string {
  return `/desk${factPath(fact)}/history`;
}
