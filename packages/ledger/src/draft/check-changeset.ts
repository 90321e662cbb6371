import {
  Batch,
  type Conflict,
  type CoveredField,
  coverageOf,
  needsOf,
  type Operation,
  type Problem,
} from '@chancery/changesets';
import type { Pool, PoolClient } from 'pg';
import type { Changeset, Refusal } from '../changeset.ts';
import { apply } from '../merge/apply.ts';
import { settleMovedFields } from '../merge/conflicts.ts';
import { problemOf } from '../merge/constraint-problems.ts';
import { headNumber, onStage } from '../merge/merge.ts';
import { type CheckOptions, checkStaged, maxProblems, type Prepared } from '../merge/prepare.ts';
import { lookUp } from '../register/look-up.ts';
import type { Queryable } from '../sql.ts';
import { findingsOf } from './findings.ts';
import { find } from './open.ts';
import { operationOf, type Payload } from './read-operations.ts';

/** Changesets up to this size are merged on trial when they are checked; larger ones are checked by the rules alone. */
export const trialLimit = 2_000;

/** What a check of a changeset found. */
export interface Checked {
  readonly outcome: 'checked';
  readonly changeset: Changeset;
  /** The number of net operations. */
  readonly count: number;
  readonly digest: string;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
  /** The whole number of errors, where `problems` has the first thousand. */
  readonly errors: number;
  /** How each cited field that is set is covered; left out for large changesets. */
  readonly coverage: readonly CoveredField[];
  /** Whether the database itself was asked, by a merge that was rolled back. */
  readonly tried: boolean;
  /** The latest revision when it was checked. */
  readonly asOf: number;
}

/**
 * Checks a changeset as it stands: folds it, applies every rule, finds conflicts, and for changesets of up to
 * {@link trialLimit} operations merges it on trial in a transaction that is rolled back. Of a larger one that is sealed it
 * says what was found when it was submitted: the merge checks it again. Nothing is changed.
 */
export async function checkChangeset(writer: Pool, changesetId: string): Promise<Checked | Refusal> {
  const changeset = await find(writer, changesetId);
  if (!changeset) return { outcome: 'missing' };
  const sealed = await checkedWhenSealed(writer, changeset);
  if (sealed) return sealed;
  return onStage(writer, changesetId, changeset.version, (client, prepared) =>
    checkOnStage(client, changeset, prepared),
  );
}

/** What was found of a large changeset when its version was sealed: nothing that stands in the way, or it would not be. */
async function checkedWhenSealed(client: Queryable, changeset: Changeset): Promise<Checked | undefined> {
  const { id, version, sealedVersion } = changeset;
  if (version !== sealedVersion) return undefined;
  const { rows } = await client.query<{ count: number; digest: string; asOf: number }>(
    `SELECT operation_count AS count, digest, coalesce((SELECT max(number) FROM ledger.revision WHERE at <= sealed.at), 0) AS "asOf"
     FROM ledger.sealed_version sealed WHERE changeset_id = $1 AND version = $2 AND operation_count > ${trialLimit}`,
    [id, version],
  );
  const [sealed] = rows;
  if (!sealed) return undefined;
  const problems = await findingsOf(client, changeset, maxProblems);
  return { outcome: 'checked', changeset, ...sealed, problems, conflicts: [], errors: 0, coverage: [], tried: false };
}

/** Checks what is on the stage. The trial, if there is one, leaves no trace. */
export async function checkOnStage(
  client: PoolClient,
  changeset: Changeset,
  prepared: Prepared,
  options?: CheckOptions,
): Promise<Checked> {
  const { problems, conflicts, errors } = await checkStaged(client, prepared, options);
  const all = [...prepared.problems, ...problems];
  const small = prepared.count <= trialLimit;
  const coverage = small ? await coverageOfStage(client, prepared) : [];
  const sound = all.length === 0 && conflicts.length === 0;
  const refused = small && sound && prepared.count > 0 ? await tryOut(client) : undefined;
  return {
    outcome: 'checked',
    changeset,
    count: prepared.count,
    digest: prepared.digest,
    problems: refused ? [...all, refused] : all,
    conflicts,
    errors: errors + prepared.problems.length + (refused ? 1 : 0),
    coverage,
    tried: small && sound,
    asOf: await headNumber(client),
  };
}

/** Applies what is on the stage, returns the problem if the database refuses, and takes all of it back. */
async function tryOut(client: PoolClient): Promise<Problem | undefined> {
  await client.query("SAVEPOINT trial; SET LOCAL lock_timeout = '1s'");
  try {
    await settleMovedFields(client);
    await apply(client, (await headNumber(client)) + 1);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK TO SAVEPOINT trial');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT trial');
    const problem = problemOf(error);
    if (!problem) throw error;
    return problem;
  }
}

async function coverageOfStage(client: PoolClient, { outline }: Prepared): Promise<CoveredField[]> {
  const operations = await stagedOperations(client);
  const known = await lookUp(client, needsOf(operations));
  return [...coverageOf(new Batch(operations, outline, known))];
}

/** The net operations on the stage, in the order in which they were written. */
export async function stagedOperations(client: PoolClient): Promise<Operation[]> {
  const { rows } = await client.query<{ kind: string; type: string; fact: string; payload: Payload & { id: string } }>(
    'SELECT kind, type, fact_id AS fact, payload FROM pg_temp.staged ORDER BY ordinal, fact_id',
  );
  return rows.map(({ payload, ...row }) => operationOf({ ...row, id: payload.id, payload }));
}
