import type { Pool } from 'pg';
import { type Changeset, changesetColumns, isOpen, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { bumpVersion } from './append.ts';
import { closedOutcome, lockChangeset } from './lock-changeset.ts';

/** The operations to discard: those with the given ids, those on the given facts, or all. */
export type DiscardSelection =
  | { readonly operations: readonly string[] }
  | { readonly facts: readonly string[] }
  | 'everything';

/**
 * The outcome of {@link discardOperations} and {@link discardChangeset}. `count` is the number of operations that this
 * call discarded; 0 for a whole changeset, whose operations are not marked.
 */
export type DiscardOutcome =
  | { readonly outcome: 'discarded'; readonly changeset: Changeset; readonly count: number }
  | Refusal;

/**
 * Discards operations of a changeset, increments its version and makes it a draft again. The operations stay stored,
 * marked as discarded. If the changeset has none of the selected operations, or has discarded them before, nothing
 * changes. `version` is the version that the editor saw: if the changeset has changed since, the outcome is `stale`.
 */
export async function discardOperations(
  desk: Pool,
  changesetId: string,
  selection: DiscardSelection,
  { version }: { version?: number } = {},
): Promise<DiscardOutcome> {
  return inTransaction(desk, async (client) => {
    const changeset = await lockChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (!isOpen(changeset)) return closedOutcome(changeset);
    const filter =
      selection === 'everything'
        ? ['true', []]
        : 'operations' in selection
          ? ['id = ANY ($3)', [selection.operations]]
          : ['fact_id = ANY ($3)', [selection.facts]];
    const [condition, values] = filter as [string, unknown[]];
    const toDiscard = `changeset_id = $1 AND discarded_version IS NULL AND ${condition}`;
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM desk.operation WHERE $2::int >= 0 AND ${toDiscard}`,
      [changesetId, changeset.version, ...values],
    );
    const count = rows[0]?.count ?? 0;
    // Usually a repeated request, whose operations were discarded before.
    if (count === 0) return { outcome: 'discarded', changeset, count };
    if (version !== undefined && version !== changeset.version) return { outcome: 'stale', changeset };
    await client.query(`UPDATE desk.operation SET discarded_version = $2 + 1 WHERE ${toDiscard}`, [
      changesetId,
      changeset.version,
      ...values,
    ]);
    return { outcome: 'discarded', changeset: await bumpVersion(client, changesetId), count };
  });
}

/** Discards a whole changeset. Nothing is deleted, but it can no longer be changed. */
export async function discardChangeset(desk: Pool, changesetId: string): Promise<DiscardOutcome> {
  return inTransaction(desk, async (client) => {
    const changeset = await lockChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (changeset.status === 'DISCARDED') return { outcome: 'discarded', changeset, count: 0 };
    if (!isOpen(changeset)) return closedOutcome(changeset);
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET status = 'DISCARDED', version = version + 1, updated_at = now() WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId],
    );
    const [discarded] = rows;
    if (!discarded) throw new Error(`Changeset ${changesetId} is missing although its row is locked`);
    return { outcome: 'discarded', changeset: discarded, count: 0 };
  });
}
