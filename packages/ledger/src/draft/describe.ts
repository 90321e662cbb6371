import type { Pool } from 'pg';
import { type Changeset, changesetColumns, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { closed, locked } from './locked.ts';

/** What came of describing. */
export type Described = { readonly outcome: 'described'; readonly changeset: Changeset } | Refusal;

/** Gives a draft its title and reason. Its operations are untouched, and so is its version. */
export async function describe(
  desk: Pool,
  changesetId: string,
  { title, reason }: { title?: string; reason?: string },
): Promise<Described> {
  return inTransaction(desk, async (client) => {
    const changeset = await locked(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (changeset.status !== 'DRAFT' && changeset.status !== 'RETURNED') return closed(changeset);
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET title = coalesce($2, title), reason = coalesce($3, reason), updated_at = now() WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId, title ?? null, reason ?? null],
    );
    const [described] = rows;
    if (!described) throw new Error('a locked changeset has vanished');
    return { outcome: 'described', changeset: described };
  });
}
