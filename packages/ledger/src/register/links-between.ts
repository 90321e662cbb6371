import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, fieldsOf, type StoredRow, sortColumnOf, tableOf } from '@chancery/codebook';
import { ident, type Queryable } from '../sql.ts';
import { factOfRows } from './fact-rows.ts';

/**
 * Finds the links of a type whose ends are one of the given combinations, ordered by id. Each item of `ends` gives the
 * fact ids of one combination by link field; all items have the same link fields.
 */
export async function linksBetween(
  client: Queryable,
  type: FactTypeName,
  ends: readonly Readonly<Record<string, string>>[],
): Promise<StoredFact[]> {
  const names = Object.keys(ends[0] ?? {});
  if (names.length === 0) return [];
  const columns = names.map((name) => {
    const field = fieldsOf(type)[name];
    if (field?.kind !== 'link') throw new Error(`${type}.${name} is not a link field`);
    return ident(sortColumnOf(name, field).name);
  });
  const { rows } = await client.query<{ fact: StoredRow; own: StoredRow }>(
    `SELECT to_jsonb(f) AS fact, to_jsonb(t) AS own
     FROM (SELECT DISTINCT * FROM unnest(${names.map((_, at) => `$${at + 1}::text[]`).join(', ')}) AS k (${columns.join(', ')})) k
       JOIN register.${ident(tableOf(type))} t USING (${columns.join(', ')})
       JOIN register.fact f ON f.id = t.id
     ORDER BY f.id`,
    names.map((name) => ends.map((end) => end[name] ?? null)),
  );
  return rows.map(({ fact, own }) => factOfRows(fact, own));
}
