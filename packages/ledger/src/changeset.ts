/** The status of a changeset. MERGING lasts only while a merge runs; MERGED and DISCARDED are final. */
export type ChangesetStatus = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'RETURNED' | 'MERGING' | 'MERGED' | 'DISCARDED';

/** A changeset, without its operations. */
export interface Changeset {
  readonly id: string;
  /** The number by which users know the changeset: 214 for CS-214. */
  readonly number: number;
  readonly title: string;
  readonly reason: string;
  readonly status: ChangesetStatus;
  /** Incremented with every change to its operations, and when it becomes a draft again or is discarded. */
  readonly version: number;
  /** The version that was last submitted; null before the first submission. */
  readonly sealedVersion: number | null;
  readonly baseRevision: number;
  readonly revision: number | null;
  readonly reverts: number | null;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The columns of `desk.changeset`, aliased to the field names of {@link Changeset}. */
export const changesetColumns = `id, number, title, reason, status, version, sealed_version AS "sealedVersion", base_revision AS "baseRevision",
  revision, reverts, author_id AS "authorId", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Whether a changeset is a draft, or was returned to its author for changes. */
export function isDraft({ status }: Pick<Changeset, 'status'>): boolean {
  return status === 'DRAFT' || status === 'RETURNED';
}

/** Whether a changeset is submitted or approved. Only then can it be reviewed. */
export function isInReview({ status }: Pick<Changeset, 'status'>): boolean {
  return status === 'SUBMITTED' || status === 'APPROVED';
}

/**
 * Whether operations can be appended to a changeset or discarded from it. Both make a submitted or approved changeset a
 * draft again.
 */
export function isOpen(changeset: Pick<Changeset, 'status'>): boolean {
  return isDraft(changeset) || isInReview(changeset);
}

/** Why an action on a changeset was refused, for reasons other than its content. */
export type Refusal =
  /** No changeset has the given id. */
  | { readonly outcome: 'missing' }
  /** The changeset has changed since the caller read it; `changeset` is its current state. */
  | { readonly outcome: 'stale'; readonly changeset: Changeset }
  /** The status of the changeset does not allow the action; `message` says why and what to do. */
  | { readonly outcome: 'closed'; readonly changeset: Changeset; readonly message: string };
