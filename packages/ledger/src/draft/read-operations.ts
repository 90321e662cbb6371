import type { Operation } from '@chancery/changesets';
import { renameFormerFields } from '@chancery/codebook';
import { awaitLater, type Queryable } from '../sql.ts';

/**
 * The number of operations in one batch of checks and lookups. It is small so that Postgres serves other queries
 * between two batches.
 */
export const batchSize = 1_000;

/** The stored JSON of an operation: everything except its id, kind, type and fact. */
export type Payload = Readonly<Record<string, unknown>>;

/** Returns the payload of an operation: everything that is not stored in a column. */
export function payloadOf({ id: _id, kind: _kind, type: _type, fact: _fact, ...payload }: Operation): Payload {
  return payload;
}

/**
 * Builds an operation from its stored columns and payload. The values were validated by the codebook when the operation
 * was stored, so only fields renamed since then are updated here. The rules report anything else that no longer fits
 * the current codebook.
 */
export function operationOf({
  payload,
  ...row
}: {
  id: string;
  kind: string;
  type: string;
  fact: string;
  payload: Payload;
}): Operation {
  return withCurrentNames({ ...payload, ...row } as unknown as Operation);
}

function withCurrentNames(operation: Operation): Operation {
  switch (operation.kind) {
    case 'create':
      return { ...operation, values: renameFormerFields(operation.type, operation.values) };
    case 'update':
    case 'adopt':
      return {
        ...operation,
        set: renameFormerFields(operation.type, operation.set),
        base: renameFormerFields(operation.type, operation.base),
      };
    case 'restore':
      return {
        ...operation,
        state: { ...operation.state, values: renameFormerFields(operation.type, operation.state.values) },
      };
    default:
      return operation;
  }
}

/**
 * Yields the operations of a version of a changeset in batches of about `batchSize`, ordered by fact and then by
 * ordinal. All operations on one fact are in one batch. Reads with a cursor: the client must be in a
 * transaction.
 */
export async function* operationsByFact(
  client: Queryable,
  changesetId: string,
  version: number,
): AsyncGenerator<{ ordinal: number; operation: Operation }[]> {
  await client.query({
    text: `DECLARE operations NO SCROLL CURSOR FOR
      SELECT id, kind, type, fact_id AS fact, payload, ordinal FROM desk.operation
      WHERE changeset_id = '${checkedId(changesetId)}' AND added_version <= ${Number(version)} AND (discarded_version IS NULL OR discarded_version > ${Number(version)})
      ORDER BY fact_id, ordinal`,
  });
  const fetch = () =>
    awaitLater(
      client.query<{ id: string; kind: string; type: string; fact: string; payload: Payload; ordinal: number }>(
        `FETCH ${batchSize} FROM operations`,
      ),
    );
  let next = fetch();
  try {
    let carriedOver: { ordinal: number; operation: Operation }[] = [];
    for (;;) {
      const { rows } = await next;
      if (rows.length === batchSize) next = fetch();
      const fetched = rows.map((row) => ({ ordinal: row.ordinal, operation: operationOf(row) }));
      const batch = [...carriedOver, ...fetched];
      if (rows.length < batchSize) {
        if (batch.length > 0) yield batch;
        return;
      }
      // More operations on the last fact may follow, so it goes into the next batch.
      const lastFact = batch.at(-1)?.operation.fact;
      const cut = batch.findIndex(({ operation }) => operation.fact === lastFact);
      if (cut > 0) yield batch.slice(0, cut);
      carriedOver = batch.slice(cut);
    }
  } finally {
    await client.query('CLOSE operations');
  }
}

// DECLARE takes no parameters, so the id is written into the statement. Callers pass ids of existing changesets; this
// check guards against any that do not.
function checkedId(id: string): string {
  if (!/^cs_[0-9a-z]{26}$/.test(id)) throw new Error(`${id} is not a changeset id`);
  return id;
}

/**
 * Reads all operations of a version of a changeset, before folding, in the order in which they were appended. Reads
 * them at once, so it is only for changesets edited by hand, which fit into memory.
 */
export async function operationsAsWritten(
  client: Queryable,
  changesetId: string,
  version: number,
): Promise<Operation[]> {
  const { rows } = await client.query<{ id: string; kind: string; type: string; fact: string; payload: Payload }>(
    `SELECT id, kind, type, fact_id AS fact, payload FROM desk.operation
     WHERE changeset_id = $1 AND added_version <= $2 AND (discarded_version IS NULL OR discarded_version > $2)
     ORDER BY ordinal`,
    [changesetId, version],
  );
  return rows.map(operationOf);
}
