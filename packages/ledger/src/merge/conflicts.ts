import { type Conflict, conflictsOf, rebase } from '@chancery/changesets';
import { type FactTypeName, tableOf } from '@chancery/codebook';
import { operationOf, type Payload } from '../draft/read-operations.ts';
import { lookUpFacts } from '../register/look-up.ts';
import { ident, literal, type Queryable } from '../sql.ts';
import { stage } from './stage.ts';

/**
 * Finds the fields of staged updates whose value in the register is no longer the base value of the update. `conflict`
 * is false if the register already has the wanted value. Must agree with `conflictsOf` of `@chancery/changesets`.
 */
export async function movedFields(client: Queryable): Promise<{ fact: string; field: string; conflict: boolean }[]> {
  const { rows: types } = await client.query<{ type: FactTypeName }>(
    "SELECT DISTINCT type FROM pg_temp.staged WHERE kind IN ('update', 'adopt')",
  );
  if (types.length === 0) return [];
  const branches = types.map(
    ({ type }) => `SELECT s.fact_id, s.fields, to_jsonb(t) AS own, to_jsonb(f) AS fact
      FROM pg_temp.staged s JOIN register.${ident(tableOf(type))} t ON t.id = s.fact_id JOIN register.fact f ON f.id = s.fact_id
      WHERE s.type = ${literal(type)} AND s.kind IN ('update', 'adopt')`,
  );
  const { rows } = await client.query<{ fact: string; field: string; conflict: boolean }>(
    `SELECT r.fact_id AS fact, x.field, n.now <> x.wanted AS conflict
     FROM (${branches.join(' UNION ALL ')}) r
       CROSS JOIN LATERAL jsonb_to_recordset(r.fields) AS x (field text, on_fact boolean, base jsonb, wanted jsonb)
       CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(k, CASE k WHEN 'absent' THEN coalesce(r.fact -> 'absences' -> x.field, 'null') ELSE CASE WHEN x.on_fact THEN r.fact ELSE r.own END -> k END) AS now
         FROM jsonb_object_keys(x.base) k) n
     WHERE n.now <> x.base`,
  );
  return rows;
}

/**
 * Rebases the staged updates on the current register and returns the conflicts. Removes from each update the fields
 * that already have the wanted value, so that the ledger records exactly what the update changed.
 */
export async function settleMovedFields(client: Queryable): Promise<Conflict[]> {
  const moved = await movedFields(client);
  if (moved.length === 0) return [];
  const ids = new Set(moved.map(({ fact }) => fact));
  const stored = await lookUpFacts(client, ids);
  const { rows } = await client.query<{
    ordinal: number;
    kind: string;
    type: string;
    fact: string;
    payload: Payload & { id: string };
  }>(
    "SELECT ordinal, kind, type, fact_id AS fact, payload FROM pg_temp.staged WHERE kind IN ('update', 'adopt') AND fact_id = ANY ($1)",
    [[...ids]],
  );
  const conflicts: Conflict[] = [];
  for (const { ordinal, payload, ...row } of rows) {
    const operation = operationOf({ ...row, id: payload.id, payload });
    const current = stored.get(row.fact)?.values ?? {};
    conflicts.push(...conflictsOf(operation, current));
    const { operation: rebased } = rebase(operation, current);
    await client.query("DELETE FROM pg_temp.staged WHERE fact_id = $1 AND kind IN ('update', 'adopt')", [row.fact]);
    if (rebased) await stage(client, [{ ordinal, operation: rebased }]);
  }
  return conflicts;
}
