import type { Pool } from 'pg';
import type { Changeset, Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { closed, locked } from './locked.ts';
import { type GroupJudgement, type GroupKey, operationGroups } from './operation-groups.ts';

/** What a reviewer says of which group of the sealed version. */
export interface NewGroupVerdict extends GroupKey {
  readonly by: string;
  /** The sealed version that the reviewer has looked at. */
  readonly version: number;
  readonly verdict: GroupJudgement;
  readonly note: string;
}

/** What came of judging a group. */
export type GroupJudged =
  | { readonly outcome: 'judged'; readonly changeset: Changeset }
  /** The sealed version has no such group. */
  | { readonly outcome: 'no-such-group'; readonly changeset: Changeset }
  /** Whoever finds something to mend must say what. */
  | { readonly outcome: 'reason-missing'; readonly changeset: Changeset }
  | Refusal;

/**
 * Says of one group of a submitted changeset that it was looked at, or what has to be mended. It is kept for the sealed
 * version and the person, whose last word counts. It approves nothing: the verdict on a changeset is one, on the whole.
 */
export async function judgeGroup(
  desk: Pool,
  changesetId: string,
  { by, version, type, kind, code, verdict, note }: NewGroupVerdict,
): Promise<GroupJudged> {
  return inTransaction(desk, async (client) => {
    const changeset = await locked(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (changeset.status !== 'SUBMITTED' && changeset.status !== 'APPROVED') return closed(changeset);
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
