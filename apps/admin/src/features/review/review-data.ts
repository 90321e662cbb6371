import type { ChangesetInFullQuery } from '../../generated/desk/graphql.ts';
import type { Names } from './names.ts';

/** The signed-in person. */
export type Viewer = NonNullable<ChangesetInFullQuery['me']>;
/** A changeset with a page of its facts. */
export type FullChangeset = NonNullable<ChangesetInFullQuery['changeset']>;
/** A comment on a changeset or on one of its fields. */
export type ReviewComment = FullChangeset['comments'][number];

/** Facts of a changeset with the same type, the same kind of operation and the same warning. */
export type ReviewGroup = FullChangeset['groups'][number];

/** The data of the pages of a changeset. */
export interface ChangesetView {
  readonly me: Viewer;
  /** True when people may approve their own changesets. */
  readonly solo: boolean;
  /** The latest revision of the register. */
  readonly head: number;
  readonly changeset: FullChangeset;
  readonly names: Names;
  /** The group that the page of facts belongs to. Without it, the page belongs to the whole changeset. */
  readonly group?: ReviewGroup;
}

/** Returns true if a person may review and merge: editors and admins. */
export function canReview({ role }: Viewer): boolean {
  return role === 'EDITOR' || role === 'ADMIN';
}
