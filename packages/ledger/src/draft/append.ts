import { type Operation, type Problem, parseOperation } from '@chancery/changesets';
import type { Pool, PoolClient } from 'pg';
import { type Changeset, changesetColumns, isOpen, type Refusal } from '../changeset.ts';
import { inTransaction } from '../sql.ts';
import { closedOutcome, lockChangeset } from './lock-changeset.ts';
import { batchSize, payloadOf } from './read-operations.ts';

/** The outcome of {@link append}. `operations` are those of the input, including any that were appended before. */
export type AppendOutcome =
  | { readonly outcome: 'appended'; readonly changeset: Changeset; readonly operations: readonly Operation[] }
  /** An operation is invalid, or another changeset has an operation with its id. Nothing was appended. */
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | Refusal;

/**
 * Appends operations to a changeset. Skips operations that were appended before, so that a repeated request has one
 * effect. `version` is the version that the editor saw: if the changeset has changed since, nothing is appended and the
 * outcome is `stale`. Appending to a submitted or approved changeset makes it a draft again, and voids the approval.
 */
export async function append(
  desk: Pool,
  changesetId: string,
  input: readonly unknown[],
  { by, version }: { by: string; version?: number },
): Promise<AppendOutcome> {
  const parsed = input.map(parseOperation);
  const problems = parsed.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) return { outcome: 'refused', problems };
  const operations = parsed.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return inTransaction(desk, async (client) => {
    const changeset = await lockChangeset(client, changesetId);
    if (!changeset) return { outcome: 'missing' };
    const changesetById = await changesetsOfOperations(client, operations);
    const taken = operations.filter(({ id }) => changesetById.has(id) && changesetById.get(id) !== changesetId);
    if (taken.length > 0) return { outcome: 'refused', problems: taken.map(idTaken) };
    const added = operations.filter(({ id }) => !changesetById.has(id));
    if (added.length === 0) return { outcome: 'appended', changeset, operations };
    if (!isOpen(changeset)) return closedOutcome(changeset);
    if (version !== undefined && version !== changeset.version) return { outcome: 'stale', changeset };
    await insert(client, changesetId, added, by);
    return { outcome: 'appended', changeset: await bumpVersion(client, changesetId, added.length), operations };
  });
}

/** Looks up the operations that are stored already. Returns their changeset ids by operation id. */
async function changesetsOfOperations(
  client: PoolClient,
  operations: readonly Operation[],
): Promise<Map<string, string>> {
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

/**
 * Increments the version of a changeset whose operations have changed, and makes it a draft again. `appended` is the
 * number of operations that were appended. Expects the row to be locked.
 */
export async function bumpVersion(client: PoolClient, changesetId: string, appended = 0): Promise<Changeset> {
  const { rows } = await client.query<Changeset>(
    `UPDATE desk.changeset SET version = version + 1, status = 'DRAFT', next_ordinal = next_ordinal + $2, updated_at = now()
     WHERE id = $1 RETURNING ${changesetColumns}`,
    [changesetId, appended],
  );
  const [changeset] = rows;
  if (!changeset) throw new Error(`Changeset ${changesetId} is missing although its row is locked`);
  return changeset;
}

function idTaken({ id, fact }: Operation): Problem {
  return {
    code: 'operation-id-taken',
    severity: 'error',
    message: `Another changeset already has an operation with the id ${id}. Use a new id.`,
    fact,
    operation: id,
  };
}
