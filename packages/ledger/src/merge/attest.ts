import {
  attestedColumn,
  type FactTypeName,
  factTypeNames,
  lapsingSpells,
  snakeCase,
  tableOf,
  typeOf,
} from '@chancery/codebook';
import { assertsSql } from '../evidence-sql.ts';
import { ident, literal, type Queryable } from '../sql.ts';

/**
 * Writes `attestedUntil` of spells that may lapse, after a revision was applied: for the facts that the revision
 * changed and for the facts whose sources, batches or coverage it changed, or for all facts if `all` is set.
 *
 * A spell is attested until the latest of these days:
 * - the day of its own `asOf`
 * - for a source with coverage of the kind that the type requires (`coverageKind`): the end of that coverage
 * - for any other source: the day of retrieval if the source is kept current and the day is known, else the first
 *   possible day of issue
 *
 * A source counts only if it supports and asserts the fact or its period. No spell is attested beyond its own end. Also
 * writes the latest start of a spell without a stated period: the first day on which it is attested.
 */
export async function attest(client: Queryable, { all = false }: { all?: boolean } = {}): Promise<void> {
  const { rows } = await client.query<{ type: FactTypeName }>('SELECT DISTINCT type FROM pg_temp.staged');
  const touched = new Set(rows.map(({ type }) => type));
  const sources = ['Source', 'ImportBatch', 'Coverage'] as const;
  const bySource = sources.some((type) => touched.has(type));
  for (const type of factTypeNames)
    for (const [name] of lapsingSpells(type))
      if (all || bySource || touched.has(type)) await attestSpell(client, type, name, { all, bySource });
}

async function attestSpell(
  client: Queryable,
  type: FactTypeName,
  name: string,
  { all, bySource }: { all: boolean; bySource: boolean },
): Promise<void> {
  const table = `register.${ident(tableOf(type))}`;
  const { until, startLatest, untilSql, startSql } = spellSql(type, name);
  await client.query('CREATE TEMP TABLE IF NOT EXISTS attesting (id text COLLATE "C" NOT NULL) ON COMMIT DROP');
  await client.query('TRUNCATE pg_temp.attesting');
  const selects = all ? [`SELECT t.id FROM ${table} t`] : [touchedFacts(type), ...(bySource ? affectedFacts : [])];
  await client.query(
    `INSERT INTO pg_temp.attesting SELECT t.id FROM ${table} t JOIN (${selects.join(' UNION ')}) w (id) ON w.id = t.id`,
  );
  // The planner has no statistics yet for a table that this transaction has filled.
  await client.query('ANALYZE pg_temp.attesting');
  await client.query(
    `WITH days AS (SELECT d.id, min(d.day) AS first, max(d.day) AS last FROM (${attestations(type, name)}) d GROUP BY d.id)
     UPDATE ${table} t SET ${until} = a.until, ${startLatest} = a.start_latest
     FROM (
       SELECT t.id, ${untilSql('days.last')} AS until, ${startSql('days.first')} AS start_latest
       FROM pg_temp.attesting w JOIN ${table} t ON t.id = w.id LEFT JOIN days ON days.id = w.id) a
     WHERE a.id = t.id AND (t.${until} IS DISTINCT FROM a.until OR t.${startLatest} IS DISTINCT FROM a.start_latest)`,
  );
}

/**
 * Returns SQL for the values of the attestation columns of new facts, by quoted column name, so that the insert writes
 * them at once. The SQL reads the fact's own columns from the row `t`; `batchId` is SQL for the id of its batch.
 * Citations are considered later, by {@link attest}.
 */
export function attestedColumnsSql(type: FactTypeName, batchId: string): Record<string, string> {
  return Object.fromEntries(
    lapsingSpells(type).flatMap(([name]) => {
      const { until, startLatest, untilSql, startSql } = spellSql(type, name);
      const day = `(SELECT ${dayOfSource(type, 'b.source_id', 'b.retrieved_earliest')} FROM register.import_batch b
        WHERE b.id = ${batchId} AND ${assertsSql('b')})`;
      return [
        [until, untilSql(day)],
        [startLatest, startSql(day)],
      ];
    }),
  );
}

/**
 * Returns the two columns of a spell that attestation writes, as quoted identifiers, and two functions that return SQL
 * for their values. The functions take SQL for the last and for the first day of attestation.
 */
function spellSql(type: FactTypeName, name: string) {
  const spell = snakeCase(name);
  const [until, latest, startLatest, edtf] = [
    attestedColumn(name).name,
    `${spell}_latest`,
    `${spell}_start_latest`,
    `${spell}_edtf`,
  ].map(ident) as [string, string, string, string];
  if (!typeOf(type).fields.asOf) throw new Error(`${type} has a spell that may lapse but no field asOf`);
  const asOf = 'CASE WHEN isfinite(t.as_of_latest) THEN t.as_of_latest END';
  return {
    until,
    startLatest,
    // Capped at the end of the spell.
    untilSql: (last: string) =>
      `CASE WHEN greatest(${asOf}, ${last}) IS NOT NULL THEN least(greatest(${asOf}, ${last}), CASE WHEN isfinite(t.${latest}) THEN t.${latest} END) END`,
    startSql: (first: string) =>
      `CASE WHEN t.${edtf} IS NULL THEN least(t.as_of_earliest, ${first}) ELSE t.${startLatest} END`,
  };
}

/**
 * Returns SQL for the ids of the facts of a type that a revision changed, and of all facts that it cites. New links
 * without citations are left out, because their insert has written what their batch attests. New records are included,
 * because they are inserted before the batches and sources of the same revision.
 */
function touchedFacts(type: FactTypeName): string {
  const skipped = typeOf(type).category === 'link' ? "'retire', 'create'" : "'retire'";
  return `SELECT s.fact_id FROM pg_temp.staged s WHERE s.type = ${literal(type)} AND s.kind NOT IN (${skipped})
    UNION SELECT c.own ->> 'fact_id' FROM pg_temp.staged_citation c`;
}

/**
 * Returns SQL for the days on which sources attest facts: through their batch, and through citations of the fact or its
 * period.
 */
function attestations(type: FactTypeName, name: string): string {
  return `SELECT w.id, ${dayOfSource(type, 'b.source_id', 'b.retrieved_earliest')} AS day
      FROM pg_temp.attesting w JOIN register.fact f ON f.id = w.id JOIN register.import_batch b ON b.id = f.batch_id
      WHERE ${assertsSql('b')}
    UNION ALL
    SELECT w.id, ${dayOfSource(type, 'c.source_id', 'c.retrieved_earliest')}
      FROM pg_temp.attesting w JOIN register.citation c ON c.fact_id = w.id
      WHERE ${assertsSql('c')} AND (c.field IS NULL OR c.field = ${literal(name)})`;
}

/** Returns SQL for the last day that a source attests; NULL if it attests none. `source` is SQL for its id. */
function dayOfSource(type: FactTypeName, source: string, retrieved: string): string {
  const { coverageKind } = typeOf(type);
  const issued = `(SELECT CASE WHEN isfinite(d.day) THEN d.day END FROM (SELECT CASE WHEN s.kept_current THEN coalesce(${retrieved}, s.issued_earliest) ELSE s.issued_earliest END AS day
    FROM register.source s WHERE s.id = ${source}) d)`;
  if (coverageKind === undefined) return issued;
  const covered = `(SELECT max(v.period_latest) FROM register.coverage v WHERE v.source_id = ${source} AND v.kind = ${literal(coverageKind)} AND isfinite(v.period_latest))`;
  return `coalesce(${covered}, ${issued})`;
}

/** SQL for the sources that a revision changed, directly or through their coverage, including retired coverage. */
const affectedSources = `SELECT s.fact_id FROM pg_temp.staged s WHERE s.type = 'Source'
  UNION SELECT v.source_id FROM history.coverage v JOIN pg_temp.staged s ON s.fact_id = v.id AND s.type = 'Coverage'`;

const isNotNew = "NOT EXISTS (SELECT FROM pg_temp.staged n WHERE n.fact_id = f.id AND n.kind = 'create')";

const affectedFacts = [
  `SELECT f.id FROM register.fact f JOIN register.import_batch b ON b.id = f.batch_id
   WHERE (b.source_id IN (${affectedSources}) OR b.id IN (SELECT s.fact_id FROM pg_temp.staged s WHERE s.type = 'ImportBatch')) AND ${isNotNew}`,
  `SELECT c.fact_id FROM register.citation c WHERE c.source_id IN (${affectedSources})`,
];
