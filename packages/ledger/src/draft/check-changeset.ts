import {
  Batch,
  type Conflict,
  type CoveredField,
  coveredFields,
  needsOf,
  type Operation,
  type Problem,
} from '@chancery/changesets';
import type { Pool, PoolClient } from 'pg';
import type { Changeset, Refusal } from '../changeset.ts';
import { apply, checkForeignKeys } from '../merge/apply.ts';
import { settleMovedFields } from '../merge/conflicts.ts';
import { problemOf } from '../merge/constraint-problems.ts';
import { headNumber, withStagedOperations } from '../merge/merge.ts';
import { type CheckOptions, checkStaged, maxProblems, type PreparedChangeset } from '../merge/prepare.ts';
import { lookUp } from '../register/look-up.ts';
import type { Queryable } from '../sql.ts';
import { readFindings } from './findings.ts';
import { findChangeset } from './open.ts';
import { operationOf, type Payload } from './read-operations.ts';

/**
 * The maximum number of net operations for a trial merge. A check that finds no problems and no conflicts also merges a
 * changeset up to this size, in a transaction that is rolled back. Larger changesets are checked without a trial merge.
 */
export const trialLimit = 2_000;

/** The findings of {@link checkChangeset} about one version of a changeset. */
export interface CheckOutcome {
  readonly outcome: 'checked';
  readonly changeset: Changeset;
  /** The number of net operations. */
  readonly count: number;
  readonly digest: string;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
  /**
   * The number of all errors. `problems` may list fewer: it has at most {@link maxProblems} of those that rules found.
   */
  readonly errors: number;
  /**
   * The evidence for each field that requires evidence, if the changeset sets the field or removes a citation of it.
   * Empty if there are more than {@link trialLimit} net operations.
   */
  readonly coverage: readonly CoveredField[];
  /** True if a trial merge was run, or if there are no problems, no conflicts and no net operations to merge. */
  readonly tried: boolean;
  /**
   * The latest revision at the time of the check; for findings stored at a submission, at the time of that submission.
   */
  readonly asOf: number;
}

/**
 * Checks the current version of a changeset without changing anything: folds its operations, applies every rule and
 * finds conflicts. If it finds nothing, and there are at most {@link trialLimit} net operations, runs a trial merge
 * that is rolled back. For a larger changeset whose current version is sealed, returns the findings stored when it was
 * submitted, because the merge checks the changeset again.
 */
export async function checkChangeset(writer: Pool, changesetId: string): Promise<CheckOutcome | Refusal> {
  const changeset = await findChangeset(writer, changesetId);
  if (!changeset) return { outcome: 'missing' };
  const sealed = await sealedCheck(writer, changeset);
  if (sealed) return sealed;
  return withStagedOperations(writer, changesetId, changeset.version, (client, prepared) =>
    checkOnStage(client, changeset, prepared),
  );
}

/**
 * Returns the stored findings of a large changeset whose current version is sealed; undefined for any other changeset.
 * They contain no errors and no conflicts, because a version that has either is not sealed.
 */
async function sealedCheck(client: Queryable, changeset: Changeset): Promise<CheckOutcome | undefined> {
  const { id, version, sealedVersion } = changeset;
  if (version !== sealedVersion) return undefined;
  const { rows } = await client.query<{ count: number; digest: string; asOf: number }>(
    `SELECT operation_count AS count, digest, coalesce((SELECT max(number) FROM ledger.revision WHERE at <= sealed.at), 0) AS "asOf"
     FROM ledger.sealed_version sealed WHERE changeset_id = $1 AND version = $2 AND operation_count > ${trialLimit}`,
    [id, version],
  );
  const [sealed] = rows;
  if (!sealed) return undefined;
  const problems = await readFindings(client, changeset, maxProblems);
  return { outcome: 'checked', changeset, ...sealed, problems, conflicts: [], errors: 0, coverage: [], tried: false };
}

/** Checks the staged operations as {@link checkChangeset} does. A trial merge is rolled back; the stage stays. */
export async function checkOnStage(
  client: PoolClient,
  changeset: Changeset,
  prepared: PreparedChangeset,
  options?: CheckOptions,
): Promise<CheckOutcome> {
  const { problems, conflicts, errors } = await checkStaged(client, prepared, options);
  const allProblems = [...prepared.problems, ...problems];
  const small = prepared.count <= trialLimit;
  const coverage = small ? await coverageOfStage(client, prepared) : [];
  const isClean = allProblems.length === 0 && conflicts.length === 0;
  const trialProblem = small && isClean && prepared.count > 0 ? await trialMerge(client) : undefined;
  return {
    outcome: 'checked',
    changeset,
    count: prepared.count,
    digest: prepared.digest,
    problems: trialProblem ? [...allProblems, trialProblem] : allProblems,
    conflicts,
    errors: errors + prepared.problems.length + (trialProblem ? 1 : 0),
    coverage,
    tried: small && isClean,
    asOf: await headNumber(client),
  };
}

/**
 * Applies the staged operations and rolls them back. Returns a problem if they violate a constraint, else undefined.
 */
async function trialMerge(client: PoolClient): Promise<Problem | undefined> {
  await client.query("SAVEPOINT trial; SET LOCAL lock_timeout = '1s'");
  try {
    await settleMovedFields(client);
    await apply(client, (await headNumber(client)) + 1);
    await checkForeignKeys(client);
    await client.query('ROLLBACK TO SAVEPOINT trial');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT trial');
    const problem = problemOf(error);
    if (!problem) throw error;
    return problem;
  }
}

async function coverageOfStage(client: PoolClient, { outline }: PreparedChangeset): Promise<CoveredField[]> {
  const operations = await stagedOperations(client);
  const context = await lookUp(client, needsOf(operations));
  return [...coveredFields(new Batch(operations, outline, context))];
}

/** Reads the staged net operations, ordered by their position in the changeset. */
export async function stagedOperations(client: PoolClient): Promise<Operation[]> {
  const { rows } = await client.query<{ kind: string; type: string; fact: string; payload: Payload & { id: string } }>(
    'SELECT kind, type, fact_id AS fact, payload FROM pg_temp.staged ORDER BY ordinal, fact_id',
  );
  return rows.map(({ payload, ...row }) => operationOf({ ...row, id: payload.id, payload }));
}
