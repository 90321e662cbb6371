import type { Conflict, Problem, Rule } from '@chancery/changesets';
import type { Pool } from 'pg';
import { type Changeset, changesetColumns, isDraft, isInReview, type Refusal } from '../changeset.ts';
import { type Progress, prepare } from '../merge/prepare.ts';
import { createStage } from '../merge/stage.ts';
import { inTransaction } from '../sql.ts';
import { checkOnStage } from './check-changeset.ts';
import { createFindingsTable, sealGroups, stageFindings } from './findings.ts';
import { closedOutcome, lockChangeset } from './lock-changeset.ts';
import { findChangeset } from './open.ts';

/** The outcome of {@link submit}. `warnings` is empty if the changeset was already submitted. */
export type SubmitOutcome =
  | { readonly outcome: 'submitted'; readonly changeset: Changeset; readonly warnings: readonly Problem[] }
  | {
      readonly outcome: 'refused';
      readonly problems: readonly Problem[];
      readonly conflicts: readonly Conflict[];
      readonly changeset: Changeset;
    }
  | Refusal;

/** The account that submits, and the optional settings of {@link submit}. */
export interface SubmitOptions {
  readonly by: string;
  /** The version that the editor saw; if the changeset has changed since, the outcome is `stale`. */
  readonly version?: number;
  /** Replaces the title of the changeset, if given. */
  readonly title?: string;
  /** Replaces the reason, if given. */
  readonly reason?: string;
  /** The rules to apply; by default all editorial rules. */
  readonly rules?: readonly Rule[];
  readonly progress?: Progress;
}

/**
 * Submits a changeset for review. Checks the whole changeset and, if there are no errors and no conflicts, seals its
 * version and stores its groups and warnings. Reviews apply to the sealed version. Submitting a submitted version again
 * changes nothing.
 */
export async function submit(
  writer: Pool,
  changesetId: string,
  { by, version, title, reason, rules, progress }: SubmitOptions,
): Promise<SubmitOutcome> {
  return inTransaction(writer, async (client) => {
    const changeset = await findChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    const early = outcomeFromStatus(changeset, version);
    if (early) return early;
    // As in a merge: a large changeset takes longer than the statement timeout of desk requests.
    await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    await createStage(client);
    await createFindingsTable(client);
    const prepared = await prepare(client, changesetId, changeset.version, progress);
    const { count, digest, conflicts, errors, ...check } = await checkOnStage(client, changeset, prepared, {
      progress,
      onChecked: (batch, found) => stageFindings(client, batch, found),
      ...(rules ? { rules } : {}),
    });
    const missing = missingParts(title ?? changeset.title, reason ?? changeset.reason, count);
    const problems = [...missing, ...check.problems];
    if (missing.length > 0 || errors > 0 || conflicts.length > 0)
      return { outcome: 'refused', problems, conflicts, changeset };
    const current = await lockChangeset(client, changesetId);
    if (!current) return { outcome: 'missing' };
    if (current.version !== changeset.version || current.status !== changeset.status)
      return { outcome: 'stale', changeset: current };
    const { rowCount } = await client.query(
      `INSERT INTO ledger.sealed_version (changeset_id, version, at, by, operation_count, digest) VALUES ($1, $2, now(), $3, $4, $5) ON CONFLICT DO NOTHING`,
      [changesetId, changeset.version, by, count, digest],
    );
    // A version that was returned and is submitted again unchanged has been sealed before.
    if (rowCount === 1) await sealGroups(client, changesetId, changeset.version);
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET status = 'SUBMITTED', sealed_version = version, title = coalesce($2, title), reason = coalesce($3, reason), updated_at = now()
       WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId, title ?? null, reason ?? null],
    );
    const [sealed] = rows;
    if (!sealed) throw new Error(`Changeset ${changesetId} is missing although its row is locked`);
    return { outcome: 'submitted', changeset: sealed, warnings: problems };
  });
}

/** Returns the outcome if the status or version of the changeset decides it, else undefined. */
function outcomeFromStatus(changeset: Changeset, version: number | undefined): SubmitOutcome | undefined {
  if (changeset.status === 'SUBMITTED' && (version === undefined || version === changeset.version))
    return { outcome: 'submitted', changeset, warnings: [] };
  if (!isDraft(changeset)) return closedOutcome(changeset);
  if (version !== undefined && version !== changeset.version) return { outcome: 'stale', changeset };
  return undefined;
}

function missingParts(title: string, reason: string, count: number): Problem[] {
  const missing: Problem[] = [];
  const add = (code: string, message: string) => missing.push({ code, severity: 'error', message });
  if (title.trim() === '')
    add('title-missing', 'The changeset has no title. Add a title that says in a few words what it does.');
  if (reason.trim() === '')
    add('reason-missing', 'The changeset has no reason. Add one: reviewers need to know why the change is made.');
  if (count === 0)
    add(
      'nothing-to-submit',
      'The changeset would change nothing in the register. Add an operation, or discard the changeset.',
    );
  return missing;
}

/** The outcome of {@link withdraw}. Never `stale`, because the caller gives no version. */
export type WithdrawOutcome =
  | { readonly outcome: 'withdrawn'; readonly changeset: Changeset }
  | Exclude<Refusal, { outcome: 'stale' }>;

/**
 * Makes a submitted or approved changeset a draft again, and voids approvals of the sealed version. A draft or returned
 * changeset stays as it is.
 */
export async function withdraw(writer: Pool, changesetId: string): Promise<WithdrawOutcome> {
  return inTransaction(writer, async (client) => {
    const changeset = await lockChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    if (isDraft(changeset)) return { outcome: 'withdrawn', changeset };
    if (!isInReview(changeset)) return closedOutcome(changeset);
    const { rows } = await client.query<Changeset>(
      `UPDATE desk.changeset SET status = 'DRAFT', version = version + 1, updated_at = now() WHERE id = $1 RETURNING ${changesetColumns}`,
      [changesetId],
    );
    const [withdrawn] = rows;
    if (!withdrawn) throw new Error(`Changeset ${changesetId} is missing although its row is locked`);
    return { outcome: 'withdrawn', changeset: withdrawn };
  });
}
