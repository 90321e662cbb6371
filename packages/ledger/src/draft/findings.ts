import type { Operation, Problem } from '@chancery/changesets';
import type { Changeset } from '../changeset.ts';
import type { Queryable } from '../sql.ts';

/** The maximum number of facts that are stored as samples of a group. */
export const maxSamples = 3;

/**
 * Creates the temporary table that holds findings until the version is sealed. It is dropped at the end of the
 * transaction.
 */
export async function createFindingsTable(client: Queryable): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE staged_finding (
      fact_id text COLLATE "C" NOT NULL, type text NOT NULL, kind text NOT NULL, code text NOT NULL, problem jsonb NOT NULL) ON COMMIT DROP`,
  );
}

/**
 * Stages the problems that the rules found in a batch of net operations, each with the fact, type and kind of the
 * operation that it names or, if it names only a fact, of the first operation on that fact. Leaves out problems that
 * name neither an operation nor a fact of the batch.
 */
export async function stageFindings(
  client: Queryable,
  batch: readonly Operation[],
  problems: readonly Problem[],
): Promise<void> {
  if (problems.length === 0) return;
  const byId = new Map(batch.map((operation) => [operation.id, operation]));
  // Reversed, so that the map keeps the first operation on each fact.
  const byFact = new Map(batch.toReversed().map((operation) => [operation.fact, operation]));
  const rows = problems.flatMap((problem) => {
    const operation = byId.get(problem.operation ?? '') ?? byFact.get(problem.fact ?? '');
    if (!operation) return [];
    return [{ fact_id: operation.fact, type: operation.type, kind: operation.kind, code: problem.code, problem }];
  });
  await client.query(
    `INSERT INTO pg_temp.staged_finding
     SELECT * FROM jsonb_to_recordset($1) AS f (fact_id text, type text, kind text, code text, problem jsonb)`,
    [JSON.stringify(rows)],
  );
}

/**
 * Stores the staged findings of a version that is being sealed. Also counts the facts of the staged net operations by
 * type, kind and code of finding, and stores the counts as the groups of the version.
 */
export async function sealGroups(client: Queryable, changesetId: string, version: number): Promise<void> {
  await client.query(
    `INSERT INTO ledger.finding (changeset_id, version, fact_id, type, kind, code, problems)
     SELECT $1, $2, fact_id, type, kind, code, jsonb_agg(problem) FROM pg_temp.staged_finding GROUP BY fact_id, type, kind, code`,
    [changesetId, version],
  );
  await client.query(
    `INSERT INTO ledger.sealed_group (changeset_id, version, type, kind, code, facts, facts_in_all, operations_in_all, samples)
     WITH member AS (SELECT type, kind, fact_id, count(*) AS operations FROM pg_temp.staged GROUP BY type, kind, fact_id),
       total AS (SELECT type, kind, count(*) AS facts, sum(operations) AS operations FROM member GROUP BY type, kind),
       ranked AS (
         SELECT m.type, m.kind, m.fact_id, coalesce(f.code, '') AS code,
           row_number() OVER (PARTITION BY m.type, m.kind, coalesce(f.code, '') ORDER BY m.fact_id) AS rank
         FROM member m LEFT JOIN (SELECT DISTINCT type, kind, fact_id, code FROM pg_temp.staged_finding) f
           ON f.type = m.type AND f.kind = m.kind AND f.fact_id = m.fact_id)
     SELECT $1, $2, r.type, r.kind, r.code, count(*), t.facts, t.operations,
       array_agg(r.fact_id ORDER BY r.rank) FILTER (WHERE r.rank <= ${maxSamples})
     FROM ranked r JOIN total t ON t.type = r.type AND t.kind = r.kind
     GROUP BY r.type, r.kind, r.code, t.facts, t.operations`,
    [changesetId, version],
  );
}

/** Reads the stored problems of a sealed version, by type, kind, code and fact, but at most `limit`. */
export async function readFindings(
  client: Queryable,
  { id, version }: Pick<Changeset, 'id' | 'version'>,
  limit: number,
): Promise<Problem[]> {
  const { rows } = await client.query<{ problem: Problem }>(
    `SELECT problem FROM (
       SELECT * FROM ledger.finding WHERE changeset_id = $1 AND version = $2 ORDER BY type, kind, code, fact_id LIMIT $3) f
     CROSS JOIN LATERAL jsonb_array_elements(f.problems) AS p (problem) LIMIT $3`,
    [id, version, limit],
  );
  return rows.map(({ problem }) => problem);
}
