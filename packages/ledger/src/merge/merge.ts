import type { Conflict, Problem } from '@chancery/changesets';
import type { Pool, PoolClient } from 'pg';
import { type Changeset, changesetColumns, type Refusal } from '../changeset.ts';
import { closed } from '../draft/locked.ts';
import { find } from '../draft/open.ts';
import { type Queryable, withConnection } from '../sql.ts';
import { apply } from './apply.ts';
import { settleMovedFields } from './conflicts.ts';
import { problemOf } from './constraint-problems.ts';
import { checkStaged, type Prepared, type Progress, prepare } from './prepare.ts';
import { makeStage } from './stage.ts';
import { withhold } from './withhold.ts';

/** What came of a merge. */
export type Merged =
  /** It is revision `revision` now, whether this call made it so or an earlier one. */
  | { readonly outcome: 'merged'; readonly revision: number; readonly changeset: Changeset }
  /** Others have changed the same fields since. The changeset is a draft again, to be rebased. */
  | { readonly outcome: 'conflicts'; readonly conflicts: readonly Conflict[]; readonly changeset: Changeset }
  /** The register would break a rule. The changeset is a draft again, to be mended. */
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[]; readonly changeset: Changeset }
  /** Another merge has held the register for longer than the caller would wait; nothing has changed. */
  | { readonly outcome: 'busy'; readonly changeset: Changeset }
  | Refusal;

/** How a merge is run. */
export interface MergeOptions {
  readonly by: string;
  /** The version that whoever merges has looked at; by default the sealed one. */
  readonly version?: number;
  /** How long to wait for another merge, in milliseconds; by default as long as it takes. */
  readonly patience?: number;
  readonly progress?: Progress;
  /** Works out anew until when every spell of the register is attested, not only those that the changeset touches. */
  readonly attestAll?: boolean;
  readonly now?: () => Date;
}

/**
 * Merges an approved changeset as the next revision, in one transaction: all of it or nothing. Work is prepared outside
 * the lock; then the head row is taken, what has moved is checked again, the net operations are applied, the revision
 * and its operations are written, and the head goes on by one. Merging the same changeset again returns its revision.
 */
export async function merge(writer: Pool, changesetId: string, options: MergeOptions): Promise<Merged> {
  return withConnection(writer, async (client) => {
    // One merge of a changeset at a time, whichever process asks: a second call waits here and finds it merged.
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [mergeLock, changesetId]);
    try {
      const claimed = await claim(client, changesetId, options.version);
      if (claimed.outcome !== 'claimed') return claimed;
      return await mergeClaimed(client, claimed.changeset, options);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [mergeLock, changesetId]);
    }
  });
}

/** The class of advisory locks under which changesets are merged. */
const mergeLock = 72_707_001;

/** Puts back changesets whose merge died with its process: nothing of them was committed. */
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

type Claim =
  | { readonly outcome: 'claimed'; readonly changeset: Changeset }
  | Exclude<Merged, { outcome: 'conflicts' | 'refused' }>;

/** Takes an approved changeset for merging, so that nothing can be appended to it meanwhile. */
async function claim(client: PoolClient, changesetId: string, version: number | undefined): Promise<Claim> {
  const { rows } = await client.query<Changeset>(
    `UPDATE desk.changeset SET status = 'MERGING', updated_at = now()
     WHERE id = $1 AND status IN ('APPROVED', 'MERGING') AND version = sealed_version AND version = coalesce($2, version)
     RETURNING ${changesetColumns}`,
    [changesetId, version ?? null],
  );
  if (rows[0]) return { outcome: 'claimed', changeset: rows[0] };
  const changeset = await find(client, changesetId);
  if (!changeset) return { outcome: 'missing' };
  if (changeset.revision !== null) return { outcome: 'merged', revision: changeset.revision, changeset };
  if (changeset.status === 'APPROVED') return { outcome: 'stale', changeset };
  if (changeset.status === 'SUBMITTED')
    return {
      outcome: 'closed',
      changeset,
      message: 'It waits for review. Somebody other than its author must approve it first.',
    };
  return closed(changeset);
}

class Stopped extends Error {
  readonly findings: { problems?: readonly Problem[]; conflicts?: readonly Conflict[] };

  constructor(findings: Stopped['findings']) {
    super('the merge was stopped by what it found');
    this.findings = findings;
  }
}

async function mergeClaimed(client: PoolClient, changeset: Changeset, options: MergeOptions): Promise<Merged> {
  await client.query('BEGIN');
  try {
    const revision = await mergeInTransaction(client, changeset, options);
    await client.query('COMMIT');
    return { outcome: 'merged', revision, changeset: { ...changeset, status: 'MERGED', revision } };
  } catch (error) {
    await client.query('ROLLBACK');
    if (isLockTimeout(error)) return { outcome: 'busy', changeset: await putBack(client, changeset.id, 'APPROVED') };
    const problem = problemOf(error);
    const findings = error instanceof Stopped ? error.findings : problem ? { problems: [problem] } : undefined;
    if (!findings) {
      await putBack(client, changeset.id, 'APPROVED');
      throw error;
    }
    const back = await putBack(client, changeset.id, 'DRAFT');
    return findings.conflicts
      ? { outcome: 'conflicts', conflicts: findings.conflicts, changeset: back }
      : { outcome: 'refused', problems: findings.problems ?? [], changeset: back };
  }
}

async function mergeInTransaction(
  client: PoolClient,
  changeset: Changeset,
  { by, patience, progress, attestAll = false, now = () => new Date() }: MergeOptions,
): Promise<number> {
  if (changeset.sealedVersion === null) throw new Error('an approved changeset has a sealed version');
  await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
  await makeStage(client);
  const before = await headNumber(client);
  const prepared = await prepare(client, changeset.id, changeset.sealedVersion, progress);
  stopOn({ problems: prepared.problems });
  stopOn(await checkStaged(client, prepared, { progress }));

  progress?.('waiting', 0, prepared.count);
  await client.query(`SET LOCAL lock_timeout = ${Math.max(0, Math.round(patience ?? 0))}`);
  const head = await takeHead(client);
  await client.query('SET LOCAL lock_timeout = 0');
  if (head !== before) stopOn(await checkStaged(client, prepared, { progress }));
  const conflicts = await settleMovedFields(client);
  if (conflicts.length > 0) throw new Stopped({ conflicts });

  progress?.('applying', 0, prepared.count);
  const revision = head + 1;
  await apply(client, revision, { attestAll });
  await withhold(client, revision);
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  progress?.('recording', 0, prepared.count);
  await record(client, changeset, { revision, by, at: now() });
  return revision;
}

function stopOn({ problems, conflicts = [] }: { problems: readonly Problem[]; conflicts?: readonly Conflict[] }): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Stopped({ problems: errors });
  if (conflicts.length > 0) throw new Stopped({ conflicts });
}

/** The number of the latest revision. */
export async function headNumber(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ number: number }>('SELECT number FROM ledger.head');
  return rows[0]?.number ?? 0;
}

async function takeHead(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ number: number }>('SELECT number FROM ledger.head FOR UPDATE');
  if (!rows[0]) throw new Error('the ledger has no head');
  return rows[0].number;
}

async function record(
  client: PoolClient,
  changeset: Changeset,
  { revision, by, at }: { revision: number; by: string; at: Date },
): Promise<void> {
  // What is on the stage now is what was done: fields that others had brought to what was wanted have dropped out.
  await client.query(
    `INSERT INTO ledger.revision (number, at, changeset_id, title, reason, author_id, merged_by, reverts, operation_count)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, count(*) FROM pg_temp.staged`,
    [revision, at, changeset.id, changeset.title, changeset.reason, changeset.authorId, by, changeset.reverts],
  );
  await client.query(
    `INSERT INTO ledger.operation (revision, ordinal, kind, type, fact_id, payload)
     SELECT $1, row_number() OVER (ORDER BY ordinal, fact_id), kind, type, fact_id, payload FROM pg_temp.staged`,
    [revision],
  );
  await client.query('UPDATE ledger.head SET number = $1, at = $2', [revision, at]);
  const { rowCount } = await client.query(
    "UPDATE desk.changeset SET status = 'MERGED', revision = $2, updated_at = now() WHERE id = $1 AND status = 'MERGING'",
    [changeset.id, revision],
  );
  if (rowCount !== 1) throw new Error('the changeset was taken away while it was merged');
  await client.query("SELECT pg_notify('chancery_revision', $1)", [String(revision)]);
}

async function putBack(client: PoolClient, changesetId: string, status: 'APPROVED' | 'DRAFT'): Promise<Changeset> {
  const { rows } = await client.query<Changeset>(
    `UPDATE desk.changeset SET status = $2, version = version + CASE WHEN $2 = 'DRAFT' THEN 1 ELSE 0 END, updated_at = now() WHERE id = $1 AND status = 'MERGING' RETURNING ${changesetColumns}`,
    [changesetId, status],
  );
  if (!rows[0]) throw new Error('the changeset was taken away while it was merged');
  return rows[0];
}

function isLockTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
}

/** Runs `work` with the changeset's net operations on the stage, in a transaction that is always rolled back. */
export async function onStage<Result>(
  pool: Pool,
  changesetId: string,
  version: number,
  work: (client: PoolClient, prepared: Prepared) => Promise<Result>,
): Promise<Result> {
  return withConnection(pool, async (client) => {
    await client.query('BEGIN');
    try {
      // As in a merge: a large changeset takes longer than a request of the desk may.
      await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
      await makeStage(client);
      return await work(client, await prepare(client, changesetId, version));
    } finally {
      await client.query('ROLLBACK');
    }
  });
}
