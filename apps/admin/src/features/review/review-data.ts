import type { ChangesetInFullQuery } from '../../generated/desk/graphql.ts';
import type { Names } from './names.ts';

/** Who is signed in, as screens need to know. */
export type Viewer = NonNullable<ChangesetInFullQuery['me']>;
/** A changeset with a page of what it does. */
export type FullChangeset = NonNullable<ChangesetInFullQuery['changeset']>;
/** What somebody said of a changeset or of one of its fields. */
export type ReviewComment = FullChangeset['comments'][number];

/** Facts of a changeset to which the same happens, and of which the rules found the same. */
export type ReviewGroup = FullChangeset['groups'][number];

/** What the screens of a changeset show. */
export interface ChangesetView {
  readonly me: Viewer;
  /** Whether the desk is of one person, who approves their own work. */
  readonly solo: boolean;
  /** The latest revision of the register. */
  readonly head: number;
  readonly changeset: FullChangeset;
  readonly names: Names;
  /** The group whose facts are on the page; without it they are those of the whole changeset. */
  readonly group?: ReviewGroup;
}

/** Whether somebody reviews and merges. */
export function reviews({ role }: Viewer): boolean {
  return role === 'EDITOR' || role === 'ADMIN';
}
