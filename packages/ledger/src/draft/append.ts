import { type Operation, type Problem, parseOperation } from '@chancery/changesets';
import type { Pool, PoolClient } from 'pg';
import { type Changeset, changesetColumns, isOpen, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { closed, locked } from './locked.ts';
import { batchSize, payloadOf } from './read-operations.ts';

/** What came of appending. */
export type Appended =
  | { readonly outcome: 'appended'; readonly changeset: Changeset; readonly operations: readonly Operation[] }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | Refusal;

/**
 * Appends operations to a changeset. An operation that is there already (same id) is passed over, so that a repeated
 * request has one effect. `version` is the version that the editor saw: if the changeset has moved on, nothing is
 * appended. Appending to a submitted or approved changeset makes it a draft again, and voids the approval.
 */
export async function append(
  desk: Pool,
  changesetId: string,
  input: readonly unknown[],
  { by, version }: { by: string; version?: number },
): Promise<Appended> {
  const parsed = input.map(parseOperation);
  const problems = parsed.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) return { outcome: 'refused', problems };
  const operations = parsed.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return inTransaction(desk, async (client) => {
    const changeset = await locked(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    const known = await existingIds(client, operations);
    const taken = operations.filter(({ id }) => known.has(id) && known.get(id) !== changesetId);
    if (taken.length > 0) return { outcome: 'refused', problems: taken.map(idTaken) };
    const fresh = operations.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return { outcome: 'appended', changeset, operations };
    if (!isOpen(changeset)) return closed(changeset);
    if (version !== undefined && version !== changeset.version) return { outcome: 'stale', changeset };
    await insert(client, changesetId, fresh, by);
    return { outcome: 'appended', changeset: await moved(client, changesetId, fresh.length), operations };
  });
}

async function existingIds(client: PoolClient, operations: readonly Operation[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; changeset: string }>(
    'SELECT id, changeset_id AS changeset FROM desk.operation WHERE id = ANY ($1)',
    [operations.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, changeset }) => [id, changeset]));
}

async function insert(
  client: PoolClient,
  changesetId: string,
  operations: readonly Operation[],
  by: string,
): Promise<void> {
  for (let from = 0; from < operations.length; from += batchSize) {
    const batch = operations.slice(from, from + batchSize);
    await client.query(
      `INSERT INTO desk.operation (id, changeset_id, ordinal, kind, type, fact_id, payload, added_version, added_by)
       SELECT o.id, c.id, c.next_ordinal + $3 + o.at - 1, o.kind, o.type, o.fact, o.payload, c.version + 1, $4
       FROM desk.changeset c,
         ROWS FROM (jsonb_to_recordset($2) AS (id text, kind text, type text, fact text, payload jsonb)) WITH ORDINALITY AS o (id, kind, type, fact, payload, at)
       WHERE c.id = $1`,
      [
        changesetId,
        JSON.stringify(
          batch.map((operation) => ({
            id: operation.id,
            kind: operation.kind,
            type: operation.type,
            fact: operation.fact,
            payload: payloadOf(operation),
          })),
        ),
        from,
        by,
      ],
    );
  }
}

/** A changeset whose operations have changed: a draft again, one version on. */
export async function moved(client: PoolClient, changesetId: string, appended = 0): Promise<Changeset> {
  const { rows } = await client.query<Changeset>(
    `UPDATE desk.changeset SET version = version + 1, status = 'DRAFT', next_ordinal = next_ordinal + $2, updated_at = now()
     WHERE id = $1 RETURNING ${changesetColumns}`,
    [changesetId, appended],
  );
  const [changeset] = rows;
  if (!changeset) throw new Error('a locked changeset has vanished');
  return changeset;
}

function idTaken({ id, fact }: Operation): Problem {
  return {
    code: 'operation-id-taken',
    severity: 'error',
    message: 'An operation with this id is in another changeset; make a new id.',
    fact,
    operation: id,
  };
}
