import type { Conflict, Problem } from '@chancery/changesets';
import type { Pool, PoolClient } from 'pg';
import { type Changeset, changesetColumns, type Refusal } from '../changeset.ts';
import { closedOutcome } from '../draft/lock-changeset.ts';
import { findChangeset } from '../draft/open.ts';
import { type Queryable, withConnection } from '../sql.ts';
import { apply, checkForeignKeys } from './apply.ts';
import { settleMovedFields } from './conflicts.ts';
import { problemOf } from './constraint-problems.ts';
import { checkStaged, type PreparedChangeset, type Progress, prepare } from './prepare.ts';
import { createStage } from './stage.ts';
import { withhold } from './withhold.ts';

/** The outcome of {@link merge}. */
export type MergeOutcome =
  /** The changeset is merged as `revision`, by this call or an earlier one. */
  | { readonly outcome: 'merged'; readonly revision: number; readonly changeset: Changeset }
  /** Fields that the changeset updates have changed in the register. The changeset is a draft again. */
  | { readonly outcome: 'conflicts'; readonly conflicts: readonly Conflict[]; readonly changeset: Changeset }
  /**
   * The register would violate a rule or a database constraint. The changeset is a draft again and needs corrections.
   */
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[]; readonly changeset: Changeset }
  /** Another merge held the lock for longer than `lockTimeout`. The changeset is still approved. */
  | { readonly outcome: 'busy'; readonly changeset: Changeset }
  | Refusal;

/** The options of {@link merge}. */
export interface MergeOptions {
  readonly by: string;
  /** The version that the merging user has seen, by default the sealed one. If they differ, the outcome is `stale`. */
  readonly version?: number;
  /** The maximum time to wait for another merge, in milliseconds; by default there is no limit. */
  readonly lockTimeout?: number;
  /** The network address of the client, for the audit entry of the merge; absent in background jobs. */
  readonly address?: string;
  readonly progress?: Progress;
  /** Recomputes `attestedUntil` of all spells in the register, not only of those that the changeset affects. */
  readonly attestAll?: boolean;
  /** Returns the time that the revision gets; by default the current time. */
  readonly now?: () => Date;
}

/**
 * Merges an approved changeset as the next revision, in one transaction. First folds and checks the operations. Then
 * locks the head row, repeats the checks if the head has changed, applies the net operations, writes the revision and
 * its operations, and increments the head. Merging a merged changeset again returns its revision.
 */
export async function merge(writer: Pool, changesetId: string, options: MergeOptions): Promise<MergeOutcome> {
  return withConnection(writer, async (client) => {
    // One merge of a changeset at a time across processes: a second call waits here and finds it merged.
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [mergeLock, changesetId]);
    try {
      const started = await startMerge(client, changesetId, options.version);
      if (started.outcome !== 'started') return started;
      return await mergeStarted(client, started.changeset, options);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [mergeLock, changesetId]);
    }
  });
}

/** The first key of the advisory locks on merges; the second is a hash of the changeset id. */
const mergeLock = 72_707_001;

/**
 * Sets changesets back to approved if the process that merged them was killed. Such a merge has committed nothing.
 * Returns the number of changesets that were set back.
 */
export async function releaseAbandonedMerges(writer: Pool): Promise<number> {
  return withConnection(writer, async (client) => {
    const { rows } = await client.query<{ id: string }>("SELECT id FROM desk.changeset WHERE status = 'MERGING'");
    let released = 0;
    for (const { id } of rows) {
      const { rows: locks } = await client.query<{ free: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext($2)) AS free',
        [mergeLock, id],
      );
      if (!locks[0]?.free) continue;
      const { rowCount } = await client.query(
        "UPDATE desk.changeset SET status = 'APPROVED' WHERE id = $1 AND status = 'MERGING'",
        [id],
      );
      released += rowCount ?? 0;
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [mergeLock, id]);
    }
    return released;
  });
}

type StartOutcome =
  | { readonly outcome: 'started'; readonly changeset: Changeset }
  | Exclude<MergeOutcome, { outcome: 'conflicts' | 'refused' }>;

/**
 * Sets the status of an approved changeset to MERGING, so that nothing can be appended to it meanwhile. Also accepts a
 * changeset whose earlier merge was interrupted. Returns another outcome if the changeset cannot be merged.
 */
async function startMerge(client: PoolClient, changesetId: string, version: number | undefined): Promise<StartOutcome> {
  const { rows } = await client.query<Changeset>(
    `UPDATE desk.changeset SET status = 'MERGING', updated_at = now()
     WHERE id = $1 AND status IN ('APPROVED', 'MERGING') AND version = sealed_version AND version = coalesce($2, version)
       AND ledger.approval_of(id) IS NOT NULL
     RETURNING ${changesetColumns}`,
    [changesetId, version ?? null],
  );
  if (rows[0]) return { outcome: 'started', changeset: rows[0] };
  const changeset = await findChangeset(client, changesetId);
  if (!changeset) return { outcome: 'missing' };
  if (changeset.revision !== null) return { outcome: 'merged', revision: changeset.revision, changeset };
  if (changeset.status === 'APPROVED')
    return (await isApproved(client, changesetId))
      ? { outcome: 'stale', changeset }
      : {
          outcome: 'closed',
          changeset,
          message:
            'Only the author has approved the changeset, and the desk is no longer set to one person. Another editor must approve it.',
        };
  if (changeset.status === 'SUBMITTED')
    return {
      outcome: 'closed',
      changeset,
      message: 'The changeset is waiting for review. A reviewer must approve it first.',
    };
  return closedOutcome(changeset);
}

/** Whether somebody who may approve the sealed version of a changeset has done so. */
async function isApproved(client: Queryable, changesetId: string): Promise<boolean> {
  const { rows } = await client.query<{ approved: boolean }>('SELECT ledger.approval_of($1) IS NOT NULL AS approved', [
    changesetId,
  ]);
  return rows[0]?.approved === true;
}

/** Thrown to roll a merge back because of problems or conflicts. */
class MergeStopped extends Error {
  readonly findings: { problems?: readonly Problem[]; conflicts?: readonly Conflict[] };

  constructor(findings: MergeStopped['findings']) {
    super('The merge was stopped by problems or conflicts');
    this.findings = findings;
  }
}

async function mergeStarted(client: PoolClient, changeset: Changeset, options: MergeOptions): Promise<MergeOutcome> {
  await client.query('BEGIN');
  try {
    const revision = await mergeInTransaction(client, changeset, options);
    await client.query('COMMIT');
    return { outcome: 'merged', revision, changeset: { ...changeset, status: 'MERGED', revision } };
  } catch (error) {
    await client.query('ROLLBACK');
    if (isLockTimeout(error))
      return { outcome: 'busy', changeset: await resetStatus(client, changeset.id, 'APPROVED') };
    const problem = problemOf(error);
    const findings = error instanceof MergeStopped ? error.findings : problem ? { problems: [problem] } : undefined;
    if (!findings) {
      await resetStatus(client, changeset.id, 'APPROVED');
      throw error;
    }
    const back = await resetStatus(client, changeset.id, 'DRAFT');
    return findings.conflicts
      ? { outcome: 'conflicts', conflicts: findings.conflicts, changeset: back }
      : { outcome: 'refused', problems: findings.problems ?? [], changeset: back };
  }
}

async function mergeInTransaction(
  client: PoolClient,
  changeset: Changeset,
  { by, lockTimeout, address = '', progress, attestAll = false, now = () => new Date() }: MergeOptions,
): Promise<number> {
  if (changeset.sealedVersion === null)
    throw new Error(`Changeset ${changeset.id} is approved but has no sealed version`);
  await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
  // The trigger that stores the audit entry reads it: see after-migrate/27-audit.sql.
  await client.query("SELECT set_config('chancery.address', $1, true)", [address]);
  await createStage(client);
  const before = await headNumber(client);
  const prepared = await prepare(client, changeset.id, changeset.sealedVersion, progress);
  stopOn({ problems: [...prepared.problems, ...(await unreviewedProblem(client, changeset, prepared))] });
  stopOn(await checkStaged(client, prepared, { progress }));

  progress?.('waiting', 0, prepared.count);
  await client.query(`SET LOCAL lock_timeout = ${Math.max(0, Math.round(lockTimeout ?? 0))}`);
  const head = await lockHead(client);
  await client.query('SET LOCAL lock_timeout = 0');
  if (head !== before) stopOn(await checkStaged(client, prepared, { progress }));
  const conflicts = await settleMovedFields(client);
  if (conflicts.length > 0) throw new MergeStopped({ conflicts });

  progress?.('applying', 0, prepared.count);
  const revision = head + 1;
  await apply(client, revision, { attestAll });
  await withhold(client, revision);
  await checkForeignKeys(client);
  progress?.('recording', 0, prepared.count);
  await record(client, changeset, { revision, digest: prepared.digest, by, at: now() });
  return revision;
}

/** Returns a problem if the operations are not those of the sealed version, which the reviewers have read. */
async function unreviewedProblem(
  client: Queryable,
  { id, sealedVersion }: Changeset,
  { digest }: PreparedChangeset,
): Promise<Problem[]> {
  const { rows } = await client.query(
    'SELECT FROM ledger.sealed_version WHERE changeset_id = $1 AND version = $2 AND digest = $3',
    [id, sealedVersion, digest],
  );
  if (rows.length > 0) return [];
  const message =
    'The operations are no longer those that were reviewed. Look through the changeset, and submit it again.';
  return [{ code: 'not-reviewed', severity: 'error', message }];
}

function stopOn({ problems, conflicts = [] }: { problems: readonly Problem[]; conflicts?: readonly Conflict[] }): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new MergeStopped({ problems: errors });
  if (conflicts.length > 0) throw new MergeStopped({ conflicts });
}

/** Reads the number of the latest revision; 0 for an empty register. */
export async function headNumber(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ number: number }>('SELECT number FROM ledger.head');
  return rows[0]?.number ?? 0;
}

async function lockHead(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ number: number }>('SELECT number FROM ledger.head FOR UPDATE');
  if (!rows[0]) throw new Error('The table ledger.head has no row');
  return rows[0].number;
}

async function record(
  client: PoolClient,
  changeset: Changeset,
  { revision, digest, by, at }: { revision: number; digest: string; by: string; at: Date },
): Promise<void> {
  // Postgres checks the approval and the digest again here. The stage holds exactly what was applied: settleMovedFields
  // has removed fields that already had the wanted value.
  const { rows } = await client.query<{ revision: number }>(
    'SELECT ledger.record_merge($1, $2, $3, $4, (SELECT count(*) FROM pg_temp.staged)::integer) AS revision',
    [changeset.id, digest, by, at],
  );
  if (rows[0]?.revision !== revision) throw new Error(`The merge was recorded as revision ${rows[0]?.revision}`);
  await client.query(
    `INSERT INTO ledger.operation (revision, ordinal, kind, type, fact_id, payload)
     SELECT $1, row_number() OVER (ORDER BY ordinal, fact_id), kind, type, fact_id, payload FROM pg_temp.staged`,
    [revision],
  );
}

async function resetStatus(client: PoolClient, changesetId: string, status: 'APPROVED' | 'DRAFT'): Promise<Changeset> {
  const { rows } = await client.query<Changeset>(
    `UPDATE desk.changeset SET status = $2, version = version + CASE WHEN $2 = 'DRAFT' THEN 1 ELSE 0 END, updated_at = now() WHERE id = $1 AND status = 'MERGING' RETURNING ${changesetColumns}`,
    [changesetId, status],
  );
  if (!rows[0]) throw new Error('The status of the changeset was changed during the merge');
  return rows[0];
}

function isLockTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
}

/**
 * Stages the net operations of a version of a changeset and runs `work`, in a transaction that is always rolled back.
 */
export async function withStagedOperations<Result>(
  pool: Pool,
  changesetId: string,
  version: number,
  work: (client: PoolClient, prepared: PreparedChangeset) => Promise<Result>,
): Promise<Result> {
  return withConnection(pool, async (client) => {
    await client.query('BEGIN');
    try {
      // As in a merge: a large changeset takes longer than the statement timeout of desk requests.
      await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
      await createStage(client);
      return await work(client, await prepare(client, changesetId, version));
    } finally {
      await client.query('ROLLBACK');
    }
  });
}
