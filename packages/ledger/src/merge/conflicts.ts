import { type Conflict, conflictsOf, rebase } from '@chancery/changesets';
import { type FactTypeName, tableOf } from '@chancery/codebook';
import { operationOf, type Payload } from '../draft/read-operations.ts';
import { facts } from '../register/look-up.ts';
import { ident, literal, type Queryable } from '../sql.ts';
import { stage } from './stage.ts';

/**
 * The fields of staged updates whose value has moved since the editor saw it. `conflict` is false where others have
 * brought it to just what the editor wants. It must find what the pure `conflictsOf` finds.
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
 * Settles what has moved under the staged updates: returns the conflicts, and where others have done just what an
 * operation wants takes the field out of it, so that the ledger's operation says exactly what it changed.
 */
export async function settleMovedFields(client: Queryable): Promise<Conflict[]> {
  const moved = await movedFields(client);
  if (moved.length === 0) return [];
  const ids = new Set(moved.map(({ fact }) => fact));
  const known = await facts(client, ids);
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
    const current = known.get(row.fact)?.values ?? {};
    conflicts.push(...conflictsOf(operation, current));
    const { operation: left } = rebase(operation, current);
    await client.query("DELETE FROM pg_temp.staged WHERE fact_id = $1 AND kind IN ('update', 'adopt')", [row.fact]);
    if (left) await stage(client, [{ ordinal, operation: left }]);
  }
  return conflicts;
}
