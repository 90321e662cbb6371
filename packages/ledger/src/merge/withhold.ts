import {
  type FactTypeName,
  factTypeNames,
  fieldsOf,
  republication,
  sortColumnOf,
  sqlValues,
  tableOf,
} from '@chancery/codebook';
import { ident, type Queryable } from '../sql.ts';

const withheld = sqlValues(republication, 'WITHHELD');

/**
 * Updates the list of facts that the public endpoint withholds, after a revision was applied. The list has the facts
 * from batches of withheld sources, and the facts that point at a listed fact through a required link. The current
 * setting of a source applies to past revisions and retired facts too. A fact stays on the list while the source is
 * withheld, even if the links of the fact have changed: in past revisions it still points at the withheld fact.
 */
export async function withhold(client: Queryable, revision: number): Promise<void> {
  const { rows } = await client.query<{ needed: boolean; sourcesChanged: boolean }>(
    `SELECT h.withheld > 0 OR EXISTS (SELECT FROM history.source s WHERE s.republication = ${withheld}) AS needed,
       EXISTS (SELECT FROM pg_temp.staged s WHERE s.type IN ('Source', 'ImportBatch') AND s.kind NOT IN ('create', 'cite', 'uncite')) AS "sourcesChanged"
     FROM ledger.head h`,
  );
  if (!rows[0]?.needed) return;
  const { sourcesChanged } = rows[0];
  await client.query(
    'CREATE TEMP TABLE newly_withheld (id text COLLATE "C" NOT NULL, round integer NOT NULL) ON COMMIT DROP',
  );
  if (sourcesChanged) await client.query('DELETE FROM ledger.withheld_fact');
  const firstSelects = sourcesChanged
    ? [factsOfWithheldSources]
    : [`${factsOfWithheldSources} AND ${isStaged('f.id')}`, ...requiredLinks.map(stagedDependents)];
  let added = await add(client, 0, firstSelects);
  let anyAdded = added > 0;
  for (let round = 1; added > 0; round += 1) {
    added = await add(
      client,
      round,
      requiredLinks.map((link) => dependentsOf(link, round - 1)),
    );
    anyAdded ||= added > 0;
  }
  if (anyAdded || sourcesChanged)
    await client.query(
      'UPDATE ledger.head SET withheld = CASE WHEN EXISTS (SELECT FROM ledger.withheld_fact) THEN $1 ELSE 0 END',
      [revision],
    );
}

/** A required link field, given by the history table of its type and by its column. */
interface RequiredLink {
  readonly table: string;
  readonly link: string;
}

const requiredLinks: readonly RequiredLink[] = factTypeNames.flatMap((type: FactTypeName) =>
  Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
    field.kind === 'link' && field.required
      ? [{ table: `history.${ident(tableOf(type))}`, link: ident(sortColumnOf(name, field).name) }]
      : [],
  ),
);

const isStaged = (id: string) => `${id} IN (SELECT s.fact_id FROM pg_temp.staged s)`;

// For a retired source, its last setting applies.
const factsOfWithheldSources = `SELECT f.id FROM history.fact f JOIN history.import_batch b ON b.id = f.batch_id
  JOIN (SELECT DISTINCT ON (s.id) s.id, s.republication FROM history.source s ORDER BY s.id, s.rev_from DESC) latest ON latest.id = b.source_id
  WHERE latest.republication = ${withheld}`;

/** Returns SQL for the staged facts that point at a withheld fact through the link. */
const stagedDependents = ({ table, link }: RequiredLink) =>
  `SELECT t.id FROM ${table} t JOIN ledger.withheld_fact w ON w.id = t.${link} WHERE ${isStaged('t.id')}`;

/** Returns SQL for the facts that point, through the link, at a fact added to the list in the given round. */
const dependentsOf = ({ table, link }: RequiredLink, round: number) =>
  `SELECT t.id FROM pg_temp.newly_withheld n JOIN ${table} t ON t.${link} = n.id WHERE n.round = ${round}`;

/** Adds the facts that the SELECTs return to the list. Returns the number of facts that were not on it before. */
async function add(client: Queryable, round: number, selects: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `WITH added AS (INSERT INTO ledger.withheld_fact (id) ${selects.join('\n UNION ')} ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO pg_temp.newly_withheld SELECT id, ${round} FROM added`,
  );
  // Gives the planner the number of rows for the next round.
  await client.query('ANALYZE pg_temp.newly_withheld');
  return rowCount ?? 0;
}
