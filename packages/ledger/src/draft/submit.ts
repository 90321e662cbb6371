import type { Conflict, Problem, Rule } from '@chancery/changesets';
import type { Pool } from 'pg';
import { type Changeset, changesetColumns, type Refusal } from '../changeset.ts';
import { type Progress, prepare } from '../merge/prepare.ts';
import { makeStage } from '../merge/stage.ts';
import { inTransaction } from '../sql.ts';
import { checkOnStage } from './check-changeset.ts';
import { makeFindings, noteFindings, sealGroups } from './findings.ts';
import { closed, locked } from './locked.ts';
import { find } from './open.ts';

/** What came of submitting. */
export type Submitted =
  | { readonly outcome: 'submitted'; readonly changeset: Changeset; readonly warnings: readonly Problem[] }
  | {
      readonly outcome: 'refused';
      readonly problems: readonly Problem[];
      readonly conflicts: readonly Conflict[];
      readonly changeset: Changeset;
    }
  | Refusal;

/** Who submits which version, and what reviewers are told. */
export interface Submission {
  readonly by: string;
  readonly version?: number;
  readonly title?: string;
  readonly reason?: string;
  /** By default all editorial rules. */
  readonly rules?: readonly Rule[];
  /** Told as it goes on. */
  readonly progress?: Progress;
}

/**
 * Submits a changeset for review: checks it whole, and if nothing stands in the way seals its version. Reviews are of
 * the sealed version, whose groups and warnings are kept. Submitting a version that is sealed already changes nothing.
 */
export async function submit(
  writer: Pool,
  changesetId: string,
  { by, version, title, reason, rules, progress }: Submission,
): Promise<Submitted> {
  return inTransaction(writer, async (client) => {
    const changeset = await find(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    const known = whereItStands(changeset, version);
    if (known) return known;
    // As in a merge: a large changeset takes longer than a request of the desk may.
    await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    await makeStage(client);
    await makeFindings(client);
    const prepared = await prepare(client, changesetId, changeset.version, progress);
    const { count, digest, conflicts, errors, ...checked } = await checkOnStage(client, changeset, prepared, {
      progress,
      note: (batch, found) => noteFindings(client, batch, found),
      ...(rules ? { rules } : {}),
    });
    const missing = whatIsMissing(title ?? changeset.title, reason ?? changeset.reason, count);
    const problems = [...missing, ...checked.problems];
    if (missing.length > 0 || errors > 0 || conflicts.length > 0)
      return { outcome: 'refused', problems, conflicts, changeset };
    const standing = await locked(client, changesetId);
    if (!standing) return { outcome: 'missing' };
    if (standing.version !== changeset.version || standing.status !== changeset.status)
      return { outcome: 'stale', changeset: standing };
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET status = 'SUBMITTED', sealed_version = version, title = coalesce($2, title), reason = coalesce($3, reason), updated_at = now()
       WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId, title ?? null, reason ?? null],
    );
    const { rowCount } = await client.query(
      `INSERT INTO ledger.sealed_version (changeset_id, version, at, by, operation_count, digest) VALUES ($1, $2, now(), $3, $4, $5) ON CONFLICT DO NOTHING`,
      [changesetId, changeset.version, by, count, digest],
    );
    // A version that was returned and is submitted again unchanged is sealed already.
    if (rowCount === 1) await sealGroups(client, changesetId, changeset.version);
    const [sealed] = rows;
    if (!sealed) throw new Error('a locked changeset has vanished');
    return { outcome: 'submitted', changeset: sealed, warnings: problems };
  });
}

function whereItStands(changeset: Changeset, version: number | undefined): Submitted | undefined {
  if (changeset.status === 'SUBMITTED' && (version === undefined || version === changeset.version))
    return { outcome: 'submitted', changeset, warnings: [] };
  if (changeset.status !== 'DRAFT' && changeset.status !== 'RETURNED') return closed(changeset);
  if (version !== undefined && version !== changeset.version) return { outcome: 'stale', changeset };
  return undefined;
}

function whatIsMissing(title: string, reason: string, count: number): Problem[] {
  const missing: Problem[] = [];
  const say = (code: string, message: string) => missing.push({ code, severity: 'error', message });
  if (title.trim() === '') say('title-missing', 'The changeset has no title. Say in a few words what it does.');
  if (reason.trim() === '') say('reason-missing', 'The changeset does not say why. Reviewers need the reason.');
  if (count === 0)
    say('nothing-to-submit', 'The changeset changes nothing: it has no operations, or they cancel one another out.');
  return missing;
}

/** What came of withdrawing. */
export type Withdrawn = { readonly outcome: 'withdrawn'; readonly changeset: Changeset } | Refusal;

/** Takes a submitted or approved changeset back to work on it. Approvals of the sealed version are void. */
export async function withdraw(writer: Pool, changesetId: string): Promise<Withdrawn> {
  return inTransaction(writer, async (client) => {
    const changeset = await locked(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (changeset.status === 'DRAFT' || changeset.status === 'RETURNED') return { outcome: 'withdrawn', changeset };
    if (changeset.status !== 'SUBMITTED' && changeset.status !== 'APPROVED') return closed(changeset);
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET status = 'DRAFT', version = version + 1, updated_at = now() WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId],
    );
    const [back] = rows;
    if (!back) throw new Error('a locked changeset has vanished');
    return { outcome: 'withdrawn', changeset: back };
  });
}
