import { type Changeset, type ChangesetStatus, changesetColumns } from '../changeset.ts';
import type { Queryable } from '../sql.ts';

/** Filters and paging of {@link listChangesets}. */
export interface ListChangesetsOptions {
  readonly status?: readonly ChangesetStatus[];
  readonly authorId?: string;
  /** The page size. */
  readonly first: number;
  /** Lists only changesets with a lower number than this. */
  readonly before?: number;
}

/** Lists changesets, highest number first. `more` is true if further changesets follow the page. */
export async function listChangesets(
  client: Queryable,
  { status, authorId, first, before }: ListChangesetsOptions,
): Promise<{ changesets: Changeset[]; more: boolean }> {
  const { rows } = await client.query<Changeset>(
    `SELECT ${changesetColumns} FROM desk.changeset
     WHERE ($1::text[] IS NULL OR status = ANY ($1)) AND ($2::text IS NULL OR author_id = $2) AND number < coalesce($3, 2147483647)
     ORDER BY number DESC LIMIT $4`,
    [status ?? null, authorId ?? null, before ?? null, first + 1],
  );
  return { changesets: rows.slice(0, first), more: rows.length > first };
}

/** Finds a changeset by its number, such as 214 for CS-214; undefined if there is none. */
export async function findChangesetByNumber(client: Queryable, number: number): Promise<Changeset | undefined> {
  const { rows } = await client.query<Changeset>(`SELECT ${changesetColumns} FROM desk.changeset WHERE number = $1`, [
    number,
  ]);
  return rows[0];
}

/** A review as the ledger stores it. `version` is the sealed version that was reviewed. */
export interface StoredReview {
  readonly id: string;
  readonly version: number;
  readonly verdict: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  readonly body: string;
  readonly by: string;
  readonly at: Date;
}

/** Lists the reviews of all sealed versions of a changeset, oldest first. */
export async function reviewsOf(client: Queryable, changesetId: string): Promise<StoredReview[]> {
  const { rows } = await client.query<StoredReview>(
    'SELECT id, version, verdict, body, by, at FROM ledger.review WHERE changeset_id = $1 ORDER BY at, id',
    [changesetId],
  );
  return rows;
}
