import type { Pool } from 'pg';
import { type Changeset, isInReview, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { closedOutcome, lockChangeset } from './lock-changeset.ts';
import { type GroupJudgement, type GroupKey, operationGroups } from './operation-groups.ts';

/** The input of {@link judgeGroup}: the group, and a reviewer's verdict on it. */
export interface NewGroupVerdict extends GroupKey {
  readonly by: string;
  /** The sealed version that the reviewer has read. If it is not the current one, the outcome is `stale`. */
  readonly version: number;
  readonly verdict: GroupJudgement;
  readonly note: string;
}

/** The outcome of {@link judgeGroup}. */
export type JudgeGroupOutcome =
  | { readonly outcome: 'judged'; readonly changeset: Changeset }
  /** The sealed version has no such group. */
  | { readonly outcome: 'no-such-group'; readonly changeset: Changeset }
  /** A verdict that asks for changes needs a note. */
  | { readonly outcome: 'reason-missing'; readonly changeset: Changeset }
  | Refusal;

/**
 * Stores a reviewer's verdict on one group of a submitted or approved changeset: reviewed, or changes needed. A
 * reviewer has one verdict on each group of a sealed version; a later verdict replaces it. Verdicts on groups do not
 * approve or return the changeset; only `review` does.
 */
export async function judgeGroup(
  desk: Pool,
  changesetId: string,
  { by, version, type, kind, code, verdict, note }: NewGroupVerdict,
): Promise<JudgeGroupOutcome> {
  return inTransaction(desk, async (client) => {
    const changeset = await lockChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (!isInReview(changeset)) return closedOutcome(changeset);
    if (changeset.sealedVersion !== version) return { outcome: 'stale', changeset };
    const groups = await operationGroups(client, changeset);
    if (!groups.some((group) => group.type === type && group.kind === kind && group.code === code))
      return { outcome: 'no-such-group', changeset };
    if (verdict === 'TO_MEND' && note.trim() === '') return { outcome: 'reason-missing', changeset };
    await client.query(
      `INSERT INTO desk.group_verdict (changeset_id, version, type, kind, code, verdict, note, by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
       ON CONFLICT (changeset_id, version, type, kind, code, by) DO UPDATE SET verdict = excluded.verdict, note = excluded.note, at = excluded.at`,
      [changesetId, version, type, kind, code ?? '', verdict, note.trim(), by],
    );
    return { outcome: 'judged', changeset };
  });
}
