import { factPath } from '../../addresses/collections.ts';

interface ChangesetRef {
  readonly id: string;
}

/** Path of a changeset's page: its changes, its problems and its submission. */
export function changesetAddress({ id }: ChangesetRef): string {
  return `/desk/changesets/${id}`;
}

/** Path of the page where a changeset is reviewed and merged. */
export function reviewAddress({ id }: ChangesetRef): string {
  return `/desk/changesets/${id}/review`;
}

/** Path of the page where the conflicts of a changeset are resolved. */
export function conflictsAddress({ id }: ChangesetRef): string {
  return `/desk/changesets/${id}/conflicts`;
}

/** Path of a fact's editor, with an anchor when a field is given. */
export function editorAddress(fact: string, field?: string | null): string {
  return `/desk${factPath(fact)}${field ? `#field-${field}` : ''}`;
}

/** Path of a fact's history. */
export function historyAddress(fact: string): string {
  return `/desk${factPath(fact)}/history`;
}
