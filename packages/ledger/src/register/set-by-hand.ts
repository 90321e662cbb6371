import type { Queryable } from '../sql.ts';

/**
 * The fields of facts that were last changed by something other than an import, by fact. A fact that has none is left out.
 */
export async function setByHand(
  client: Queryable,
  ids: ReadonlySet<string>,
): Promise<Map<string, ReadonlySet<string>>> {
  if (ids.size === 0) return new Map();
  const { rows } = await client.query<{ fact: string; fields: string[] }>(
    `SELECT fact_id AS fact, array_agg(field) AS fields
     FROM (SELECT DISTINCT ON (o.fact_id, field) o.fact_id, field, i.id IS NULL AS by_hand
           FROM ledger.operation o
             JOIN ledger.revision r ON r.number = o.revision
             LEFT JOIN desk.import i ON i.changeset_id = r.changeset_id
             CROSS JOIN LATERAL jsonb_object_keys(o.payload -> 'set') field
           WHERE o.fact_id = ANY ($1) AND o.kind IN ('update', 'adopt')
           ORDER BY o.fact_id, field, o.revision DESC, o.ordinal DESC) last
     WHERE by_hand GROUP BY fact_id`,
    [[...ids]],
  );
  return new Map(rows.map(({ fact, fields }) => [fact, new Set(fields)]));
}
