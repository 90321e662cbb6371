import { type FactTypeName, factTypeNames, fieldsOf, sortColumnOf, tableOf } from '@chancery/codebook';
import { ident, type Queryable } from '../sql.ts';

/**
 * Keeps the list of the facts that the public door withholds, after a revision was applied: those that came in a batch
 * of a source that is withheld, and whatever cannot be without such a fact because a link that it needs leads there. The
 * present judgement of a source holds for past registers too, and for what was retired. A fact stays on the list for as
 * long as its source is judged so, wherever it was moved since: at some revision it could not be told without it.
 */
export async function withhold(client: Queryable, revision: number): Promise<void> {
  const { rows } = await client.query<{ needed: boolean; judged: boolean }>(
    `SELECT h.withheld > 0 OR EXISTS (SELECT FROM history.source s WHERE s.republication = 'WITHHELD') AS needed,
       EXISTS (SELECT FROM pg_temp.staged s WHERE s.type IN ('Source', 'ImportBatch') AND s.kind NOT IN ('create', 'cite', 'uncite')) AS judged
     FROM ledger.head h`,
  );
  if (!rows[0]?.needed) return;
  const { judged } = rows[0];
  await client.query(
    'CREATE TEMP TABLE newly_withheld (id text COLLATE "C" NOT NULL, round integer NOT NULL) ON COMMIT DROP',
  );
  if (judged) await client.query('DELETE FROM ledger.withheld_fact');
  const first = judged ? [ofSources] : [`${ofSources} AND ${touched('f.id')}`, ...resting.map(restingAnew)];
  let found = await add(client, 0, first);
  let any = found > 0;
  for (let round = 1; found > 0; round += 1) {
    found = await add(
      client,
      round,
      resting.map((rests) => restingOn(rests, round - 1)),
    );
    any ||= found > 0;
  }
  if (any || judged)
    await client.query(
      'UPDATE ledger.head SET withheld = CASE WHEN EXISTS (SELECT FROM ledger.withheld_fact) THEN $1 ELSE 0 END',
      [revision],
    );
}

/** A link without which a fact cannot be. */
interface Resting {
  readonly table: string;
  readonly link: string;
}

const resting: readonly Resting[] = factTypeNames.flatMap((type: FactTypeName) =>
  Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
    field.kind === 'link' && field.required
      ? [{ table: `history.${ident(tableOf(type))}`, link: ident(sortColumnOf(name, field).name) }]
      : [],
  ),
);

const touched = (id: string) => `${id} IN (SELECT s.fact_id FROM pg_temp.staged s)`;

// Of a source that was retired the last judgement stands.
const ofSources = `SELECT f.id FROM history.fact f JOIN history.import_batch b ON b.id = f.batch_id
  JOIN (SELECT DISTINCT ON (s.id) s.id, s.republication FROM history.source s ORDER BY s.id, s.rev_from DESC) said ON said.id = b.source_id
  WHERE said.republication = 'WITHHELD'`;

const restingAnew = ({ table, link }: Resting) =>
  `SELECT t.id FROM ${table} t JOIN ledger.withheld_fact w ON w.id = t.${link} WHERE ${touched('t.id')}`;

const restingOn = ({ table, link }: Resting, round: number) =>
  `SELECT t.id FROM pg_temp.newly_withheld n JOIN ${table} t ON t.${link} = n.id WHERE n.round = ${round}`;

async function add(client: Queryable, round: number, selections: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `WITH added AS (INSERT INTO ledger.withheld_fact (id) ${selections.join('\n UNION ')} ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO pg_temp.newly_withheld SELECT id, ${round} FROM added`,
  );
  // The planner must know whether few follow or many.
  await client.query('ANALYZE pg_temp.newly_withheld');
  return rowCount ?? 0;
}
