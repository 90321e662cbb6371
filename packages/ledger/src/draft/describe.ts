import type { Pool } from 'pg';
import { type Changeset, changesetColumns, isDraft, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { closedOutcome, lockChangeset } from './lock-changeset.ts';

/** The outcome of {@link describeChangeset}. Never `stale`, because the caller gives no version. */
export type DescribeOutcome =
  | { readonly outcome: 'described'; readonly changeset: Changeset }
  | Exclude<Refusal, { outcome: 'stale' }>;

/**
 * Sets the title, the reason or both of a draft or returned changeset; what is not given stays unchanged. The
 * operations and the version stay the same.
 */
export async function describeChangeset(
  desk: Pool,
  changesetId: string,
  { title, reason }: { title?: string; reason?: string },
): Promise<DescribeOutcome> {
  return inTransaction(desk, async (client) => {
    const changeset = await lockChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (!isDraft(changeset)) return closedOutcome(changeset);
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET title = coalesce($2, title), reason = coalesce($3, reason), updated_at = now() WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId, title ?? null, reason ?? null],
    );
    const [described] = rows;
    if (!described) throw new Error(`Changeset ${changesetId} is missing although its row is locked`);
    return { outcome: 'described', changeset: described };
  });
}
