import type { Operation, Problem } from '@chancery/changesets';
import type { Changeset } from '../changeset.ts';
import type { Queryable } from '../sql.ts';

/** How many facts of a group are named as examples. */
export const maxSamples = 3;

/** Makes the table in which findings wait until a version is sealed, for the length of the transaction. */
export async function makeFindings(client: Queryable): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE found (
      fact_id text COLLATE "C" NOT NULL, type text NOT NULL, kind text NOT NULL, code text NOT NULL, problem jsonb NOT NULL) ON COMMIT DROP`,
  );
}

/** Notes what the rules found of a batch of net operations, each problem with the operation that it is about. */
export async function noteFindings(
  client: Queryable,
  batch: readonly Operation[],
  problems: readonly Problem[],
): Promise<void> {
  if (problems.length === 0) return;
  const byId = new Map(batch.map((operation) => [operation.id, operation]));
  // From the last to the first, so that the first operation on a fact stands for it.
  const byFact = new Map(batch.toReversed().map((operation) => [operation.fact, operation]));
  const rows = problems.flatMap((problem) => {
    const about = byId.get(problem.operation ?? '') ?? byFact.get(problem.fact ?? '');
    return about ? [{ fact_id: about.fact, type: about.type, kind: about.kind, code: problem.code, problem }] : [];
  });
  await client.query(
    `INSERT INTO pg_temp.found
     SELECT * FROM jsonb_to_recordset($1) AS f (fact_id text, type text, kind text, code text, problem jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Keeps what was found of a version that is being sealed, and counts its groups from the stage, where it lies folded. */
export async function sealGroups(client: Queryable, changesetId: string, version: number): Promise<void> {
  await client.query(
    `INSERT INTO ledger.finding (changeset_id, version, fact_id, type, kind, code, problems)
     SELECT $1, $2, fact_id, type, kind, code, jsonb_agg(problem) FROM pg_temp.found GROUP BY fact_id, type, kind, code`,
    [changesetId, version],
  );
  await client.query(
    `INSERT INTO ledger.sealed_group (changeset_id, version, type, kind, code, facts, facts_in_all, operations_in_all, samples)
     WITH member AS (SELECT type, kind, fact_id, count(*) AS operations FROM pg_temp.staged GROUP BY type, kind, fact_id),
       whole AS (SELECT type, kind, count(*) AS facts, sum(operations) AS operations FROM member GROUP BY type, kind),
       placed AS (
         SELECT m.type, m.kind, m.fact_id, coalesce(f.code, '') AS code,
           row_number() OVER (PARTITION BY m.type, m.kind, coalesce(f.code, '') ORDER BY m.fact_id) AS place
         FROM member m LEFT JOIN (SELECT DISTINCT type, kind, fact_id, code FROM pg_temp.found) f
           ON f.type = m.type AND f.kind = m.kind AND f.fact_id = m.fact_id)
     SELECT $1, $2, p.type, p.kind, p.code, count(*), w.facts, w.operations,
       array_agg(p.fact_id ORDER BY p.place) FILTER (WHERE p.place <= ${maxSamples})
     FROM placed p JOIN whole w ON w.type = p.type AND w.kind = p.kind
     GROUP BY p.type, p.kind, p.code, w.facts, w.operations`,
    [changesetId, version],
  );
}

/** The first problems that were found of a sealed version. */
export async function findingsOf(
  client: Queryable,
  { id, version }: Pick<Changeset, 'id' | 'version'>,
  most: number,
): Promise<Problem[]> {
  const { rows } = await client.query<{ problem: Problem }>(
    `SELECT problem FROM (
       SELECT * FROM ledger.finding WHERE changeset_id = $1 AND version = $2 ORDER BY type, kind, code, fact_id LIMIT $3) f
     CROSS JOIN LATERAL jsonb_array_elements(f.problems) AS p (problem) LIMIT $3`,
    [id, version, most],
  );
  return rows.map(({ problem }) => problem);
}
