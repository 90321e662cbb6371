import type { Operation } from '@chancery/changesets';
import { underCurrentNames } from '@chancery/codebook';
import { ahead, type Queryable } from '../sql.ts';

/** Operations that fit into one batch of checks and look-ups. No more, for the server reads for others between two batches. */
export const batchSize = 1_000;

/** What an operation carries beside its id, kind and fact, as it is stored. */
export type Payload = Readonly<Record<string, unknown>>;

/** Splits an operation into the columns that it is found by and the rest. */
export function payloadOf({ id: _id, kind: _kind, type: _type, fact: _fact, ...payload }: Operation): Payload {
  return payload;
}

/**
 * Puts a stored operation together. It was read by the codebook when it was stored, so only fields that have been renamed
 * since are brought up to date here; what else no longer fits the codebook of today is for the rules to report.
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
  const stored = { ...payload, ...row } as unknown as Operation;
  return renamed(stored);
}

function renamed(operation: Operation): Operation {
  switch (operation.kind) {
    case 'create':
      return { ...operation, values: underCurrentNames(operation.type, operation.values) };
    case 'update':
    case 'adopt':
      return {
        ...operation,
        set: underCurrentNames(operation.type, operation.set),
        base: underCurrentNames(operation.type, operation.base),
      };
    case 'restore':
      return {
        ...operation,
        state: { ...operation.state, values: underCurrentNames(operation.type, operation.state.values) },
      };
    default:
      return operation;
  }
}

/**
 * The operations of a version of a changeset in batches of about `batchSize`, ordered by fact and then as they were
 * written, so that all operations on one fact are in one batch. Reads with a cursor: the client must be in a transaction.
 */
export async function* operationsByFact(
  client: Queryable,
  changesetId: string,
  version: number,
): AsyncGenerator<{ ordinal: number; operation: Operation }[]> {
  await client.query({
    text: `DECLARE operations NO SCROLL CURSOR FOR
      SELECT id, kind, type, fact_id AS fact, payload, ordinal FROM desk.operation
      WHERE changeset_id = '${safe(changesetId)}' AND added_version <= ${Number(version)} AND (discarded_version IS NULL OR discarded_version > ${Number(version)})
      ORDER BY fact_id, ordinal`,
  });
  const fetch = () =>
    ahead(
      client.query<{ id: string; kind: string; type: string; fact: string; payload: Payload; ordinal: number }>(
        `FETCH ${batchSize} FROM operations`,
      ),
    );
  let next = fetch();
  try {
    let held: { ordinal: number; operation: Operation }[] = [];
    for (;;) {
      const { rows } = await next;
      if (rows.length === batchSize) next = fetch();
      const fetched = rows.map((row) => ({ ordinal: row.ordinal, operation: operationOf(row) }));
      const all = [...held, ...fetched];
      if (rows.length < batchSize) {
        if (all.length > 0) yield all;
        return;
      }
      const last = all.at(-1)?.operation.fact;
      const cut = all.findIndex(({ operation }) => operation.fact === last);
      if (cut > 0) yield all.slice(0, cut);
      held = all.slice(cut);
    }
  } finally {
    await client.query('CLOSE operations');
  }
}

// DECLARE takes no parameters. The id has been matched against a row by now; this keeps it so.
function safe(id: string): string {
  if (!/^cs_[0-9a-z]{26}$/.test(id)) throw new Error(`${id} is not the id of a changeset`);
  return id;
}

/** All operations of a version of a changeset, as they were written. For changesets of a size that people write. */
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
