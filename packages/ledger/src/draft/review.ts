import type { Pool, PoolClient } from 'pg';
import { type Changeset, changesetColumns, isInReview, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { systemAccountId } from '../system-account.ts';
import { closedOutcome, lockChangeset } from './lock-changeset.ts';

/** A reviewer's verdict on a sealed version: approve it, return it for changes, or only comment on it. */
export type Verdict = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

/** A review of a sealed version. The caller chooses its id, so that a repeated request has one effect. */
export interface NewReview {
  readonly id: string;
  readonly by: string;
  /** The sealed version that the reviewer has read. If it is not the current one, the outcome is `stale`. */
  readonly version: number;
  readonly verdict: Verdict;
  readonly body: string;
}

/** The outcome of {@link review}. */
export type ReviewOutcome =
  | { readonly outcome: 'reviewed'; readonly changeset: Changeset }
  /** Authors may not approve their own work, except on a single-person desk and for Chancery's own corrections. */
  | { readonly outcome: 'own-work'; readonly changeset: Changeset }
  /** A verdict that requests changes must describe them. */
  | { readonly outcome: 'reason-missing'; readonly changeset: Changeset }
  | Refusal;

/**
 * Stores a review of the sealed version of a submitted or approved changeset. APPROVE makes the changeset approved,
 * REQUEST_CHANGES returns it to its author, COMMENT leaves its status unchanged. A review that is stored already has no
 * further effect.
 */
export async function review(
  writer: Pool,
  changesetId: string,
  { id, by, version, verdict, body }: NewReview,
): Promise<ReviewOutcome> {
  return inTransaction(writer, async (client) => {
    const changeset = await lockChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (await isRecorded(client, id)) return { outcome: 'reviewed', changeset };
    if (!isInReview(changeset)) return closedOutcome(changeset);
    if (changeset.sealedVersion !== version) return { outcome: 'stale', changeset };
    if (verdict === 'APPROVE' && changeset.authorId === by && by !== systemAccountId && !(await isSolo(client)))
      return { outcome: 'own-work', changeset };
    if (verdict === 'REQUEST_CHANGES' && body.trim() === '') return { outcome: 'reason-missing', changeset };
    // Not now(): reviews that wait for each other must be stored in the order in which they take effect.
    await client.query(
      'INSERT INTO ledger.review (id, changeset_id, version, verdict, body, by, at) VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())',
      [id, changesetId, version, verdict, body, by],
    );
    return { outcome: 'reviewed', changeset: await withVerdict(client, changeset, verdict) };
  });
}

async function isRecorded(client: PoolClient, id: string): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM ledger.review WHERE id = $1', [id]);
  return rows.length > 0;
}

/** Whether the desk is set up for a single person, who may approve their own work. */
export async function isSolo(client: Pick<PoolClient, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ value: unknown }>("SELECT value FROM desk.setting WHERE name = 'solo'");
  return rows[0]?.value === true;
}

async function withVerdict(client: PoolClient, changeset: Changeset, verdict: Verdict): Promise<Changeset> {
  if (verdict === 'COMMENT') return changeset;
  const { rows } = await client.query<Changeset>(
    `UPDATE desk.changeset SET status = $2, updated_at = now() WHERE id = $1 RETURNING ${changesetColumns}`,
    [changeset.id, verdict === 'APPROVE' ? 'APPROVED' : 'RETURNED'],
  );
  const [reviewed] = rows;
  if (!reviewed) throw new Error(`Changeset ${changeset.id} is missing although its row is locked`);
  return reviewed;
}
