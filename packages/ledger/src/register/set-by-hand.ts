import type { Queryable } from '../sql.ts';
import { systemAccountId } from '../system-account.ts';

/**
 * Finds the fields whose last update was made by hand: neither by an import nor by the system account. Returns field
 * names by fact id, for the given facts that have such a field. Values that a fact was created with do not count as
 * updates.
 */
export async function fieldsSetByHand(
  client: Queryable,
  ids: ReadonlySet<string>,
): Promise<Map<string, ReadonlySet<string>>> {
  if (ids.size === 0) return new Map();
  const { rows } = await client.query<{ fact: string; fields: string[] }>(
    `SELECT fact_id AS fact, array_agg(field) AS fields
     FROM (SELECT DISTINCT ON (o.fact_id, field) o.fact_id, field, i.id IS NULL AND r.author_id <> $2 AS by_hand
           FROM ledger.operation o
             JOIN ledger.revision r ON r.number = o.revision
             LEFT JOIN desk.import i ON i.changeset_id = r.changeset_id
             CROSS JOIN LATERAL jsonb_object_keys(o.payload -> 'set') field
           WHERE o.fact_id = ANY ($1) AND o.kind IN ('update', 'adopt')
           ORDER BY o.fact_id, field, o.revision DESC, o.ordinal DESC) last
     WHERE by_hand GROUP BY fact_id`,
    [[...ids], systemAccountId],
  );
  return new Map(rows.map(({ fact, fields }) => [fact, new Set(fields)]));
}

/**
 * Returns those of the given facts with an operation that was made by hand: neither by an import nor by the system
 * account.
 */
export async function factsTouchedByHand(client: Queryable, ids: ReadonlySet<string>): Promise<Set<string>> {
  if (ids.size === 0) return new Set();
  const { rows } = await client.query<{ fact: string }>(
    `SELECT DISTINCT o.fact_id AS fact
     FROM ledger.operation o JOIN ledger.revision r ON r.number = o.revision
     WHERE o.fact_id = ANY ($1) AND r.author_id <> $2
       AND NOT EXISTS (SELECT FROM desk.import i WHERE i.changeset_id = r.changeset_id)`,
    [[...ids], systemAccountId],
  );
  return new Set(rows.map(({ fact }) => fact));
}
