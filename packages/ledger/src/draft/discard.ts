import type { Pool } from 'pg';
import { type Changeset, changesetColumns, isOpen, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { moved } from './append.ts';
import { closed, locked } from './locked.ts';

/** What is to be discarded: operations by id, all operations on facts, or everything. */
export type ToDiscard =
  | { readonly operations: readonly string[] }
  | { readonly facts: readonly string[] }
  | 'everything';

/** What came of discarding. */
export type Discarded =
  | { readonly outcome: 'discarded'; readonly changeset: Changeset; readonly count: number }
  | Refusal;

/** Takes operations out of a changeset. They stay on record as discarded; the changeset moves on by a version. */
export async function discard(
  desk: Pool,
  changesetId: string,
  what: ToDiscard,
  { version }: { version?: number } = {},
): Promise<Discarded> {
  return inTransaction(desk, async (client) => {
    const changeset = await locked(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (!isOpen(changeset)) return closed(changeset);
    const chosen =
      what === 'everything'
        ? ['true', []]
        : 'operations' in what
          ? ['id = ANY ($3)', [what.operations]]
          : ['fact_id = ANY ($3)', [what.facts]];
    const [condition, values] = chosen as [string, unknown[]];
    const standing = `changeset_id = $1 AND discarded_version IS NULL AND ${condition}`;
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM desk.operation WHERE $2::int >= 0 AND ${standing}`,
      [changesetId, changeset.version, ...values],
    );
    const count = rows[0]?.count ?? 0;
    // Nothing is left of it already: a repeated request has had its effect.
    if (count === 0) return { outcome: 'discarded', changeset, count };
    if (version !== undefined && version !== changeset.version) return { outcome: 'stale', changeset };
    await client.query(`UPDATE desk.operation SET discarded_version = $2 + 1 WHERE ${standing}`, [
      changesetId,
      changeset.version,
      ...values,
    ]);
    return { outcome: 'discarded', changeset: await moved(client, changesetId), count };
  });
}

/** Gives a whole changeset up. Nothing is deleted, and it can no longer be worked on. */
export async function abandon(desk: Pool, changesetId: string): Promise<Discarded> {
  return inTransaction(desk, async (client) => {
    const changeset = await locked(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (changeset.status === 'DISCARDED') return { outcome: 'discarded', changeset, count: 0 };
    if (!isOpen(changeset)) return closed(changeset);
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET status = 'DISCARDED', version = version + 1, updated_at = now() WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId],
    );
    const [given] = rows;
    if (!given) throw new Error('a locked changeset has vanished');
    return { outcome: 'discarded', changeset: given, count: 0 };
  });
}
