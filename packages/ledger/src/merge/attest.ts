import {
  attestedColumn,
  type coveredKind,
  type FactTypeName,
  factTypeNames,
  lapsingSpells,
  snakeCase,
  tableOf,
  type valuesOf,
} from '@chancery/codebook';
import { ident, literal, type Queryable } from '../sql.ts';

type CoveredKind = ReturnType<typeof valuesOf<keyof typeof coveredKind.values>>[number];

/** The kind of fact by which a source's coverage tells of a type whose spells may lapse. */
const coveredAs: Partial<Record<FactTypeName, CoveredKind>> = {
  Membership: 'MEMBERSHIPS',
  Obligation: 'OBLIGATIONS',
  PolicyMeasure: 'POLICY_MEASURES',
  MeasureParty: 'POLICY_MEASURES',
};

/**
 * Writes until when spells that may lapse are attested, after a revision was applied: of the facts that it touched, and of
 * those whose sources, batches or coverage it touched; of all where `all` is set.
 *
 * A spell is attested until the latest of: its own `asOf`; for a source whose coverage tells of its kind, the end of that
 * coverage; for any other source the day of reading where it is kept current, else the first day on which it may have been
 * issued. Sources count that support the fact or its period and assert it. No spell is attested beyond its own end. Where
 * no period is stated, the spell has started by the first day on which it was seen.
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
  const spell = snakeCase(name);
  const [until, latest, startLatest, edtf] = [
    attestedColumn(name).name,
    `${spell}_latest`,
    `${spell}_start_latest`,
    `${spell}_edtf`,
  ].map(ident);
  const own = `SELECT s.fact_id FROM pg_temp.staged s WHERE s.type = ${literal(type)} AND s.kind <> 'retire'`;
  const which = all ? 'true' : `t.id IN (${[own, ...(bySource ? affectedFacts : [])].join(' UNION ')})`;
  const seen = `(SELECT min(d.day) AS first, max(d.day) AS last FROM (${attestations(type, name)}) d)`;
  await client.query(
    `UPDATE register.${ident(tableOf(type))} t SET ${until} = a.until, ${startLatest} = a.start_latest
     FROM (
       SELECT t.id,
         CASE WHEN u.until IS NOT NULL THEN least(u.until, CASE WHEN isfinite(t.${latest}) THEN t.${latest} END) END AS until,
         CASE WHEN t.${edtf} IS NULL THEN least(t.as_of_earliest, seen.first) ELSE t.${startLatest} END AS start_latest
       FROM register.${ident(tableOf(type))} t
         CROSS JOIN LATERAL ${seen} seen
         CROSS JOIN LATERAL (SELECT greatest(CASE WHEN isfinite(t.as_of_latest) THEN t.as_of_latest END, seen.last) AS until) u
       WHERE ${which}) a
     WHERE a.id = t.id AND (t.${until} IS DISTINCT FROM a.until OR t.${startLatest} IS DISTINCT FROM a.start_latest)`,
  );
}

/** The days on which sources saw a fact: by the batch that brought it, and by citations of the fact or its period. */
function attestations(type: FactTypeName, name: string): string {
  const day = (source: string, retrieved: string) => dayOfSource(type, source, retrieved);
  return `SELECT ${day('b.source_id', 'b.retrieved_earliest')} AS day
      FROM register.fact f JOIN register.import_batch b ON b.id = f.batch_id
      WHERE f.id = t.id AND b.stance = 'SUPPORTS' AND b.modality = 'ASSERTED'
    UNION ALL
    SELECT ${day('c.source_id', 'c.retrieved_earliest')} FROM register.citation c
      WHERE c.fact_id = t.id AND c.stance = 'SUPPORTS' AND c.modality = 'ASSERTED' AND (c.field IS NULL OR c.field = ${literal(name)})`;
}

/** SQL for the last day that a source attests. */
function dayOfSource(type: FactTypeName, source: string, retrieved: string): string {
  const kind = coveredAs[type];
  const issued = `(SELECT CASE WHEN isfinite(d.day) THEN d.day END FROM (SELECT CASE WHEN s.kept_current THEN coalesce(${retrieved}, s.issued_earliest) ELSE s.issued_earliest END AS day
    FROM register.source s WHERE s.id = ${source}) d)`;
  if (kind === undefined) return issued;
  const covered = `(SELECT max(v.period_latest) FROM register.coverage v WHERE v.source_id = ${source} AND v.kind = ${literal(kind)} AND isfinite(v.period_latest))`;
  return `coalesce(${covered}, ${issued})`;
}

/** The sources that a revision touched, by themselves or by their coverage; of a coverage that is gone, as it was. */
const affectedSources = `SELECT s.fact_id FROM pg_temp.staged s WHERE s.type = 'Source'
  UNION SELECT v.source_id FROM history.coverage v JOIN pg_temp.staged s ON s.fact_id = v.id AND s.type = 'Coverage'`;

const affectedFacts = [
  `SELECT f.id FROM register.fact f JOIN register.import_batch b ON b.id = f.batch_id
   WHERE b.source_id IN (${affectedSources}) OR b.id IN (SELECT s.fact_id FROM pg_temp.staged s WHERE s.type = 'ImportBatch')`,
  `SELECT c.fact_id FROM register.citation c WHERE c.source_id IN (${affectedSources})`,
];
