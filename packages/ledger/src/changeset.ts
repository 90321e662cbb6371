/** Where a changeset stands. */
export type ChangesetStatus = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'RETURNED' | 'MERGING' | 'MERGED' | 'DISCARDED';

/** A changeset, without its operations. */
export interface Changeset {
  readonly id: string;
  /** The number by which people call it: CS-214. */
  readonly number: number;
  readonly title: string;
  readonly reason: string;
  readonly status: ChangesetStatus;
  /** Grows with every change. */
  readonly version: number;
  /** The version that was last submitted. */
  readonly sealedVersion: number | null;
  readonly baseRevision: number;
  readonly revision: number | null;
  readonly reverts: number | null;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The columns of `desk.changeset` under the names of {@link Changeset}. */
export const changesetColumns = `id, number, title, reason, status, version, sealed_version AS "sealedVersion", base_revision AS "baseRevision",
  revision, reverts, author_id AS "authorId", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Whether operations can be appended: a submitted changeset becomes a draft again by it. */
export function isOpen({ status }: Changeset): boolean {
  return status === 'DRAFT' || status === 'SUBMITTED' || status === 'APPROVED' || status === 'RETURNED';
}

/** Why something could not be done to a changeset, apart from its content. */
export type Refusal =
  /** There is no such changeset. */
  | { readonly outcome: 'missing' }
  /** It has moved on since the caller saw it; here is how it stands. */
  | { readonly outcome: 'stale'; readonly changeset: Changeset }
  /** Its state does not allow it; the sentence says why and what to do. */
  | { readonly outcome: 'closed'; readonly changeset: Changeset; readonly message: string };
