import type { Operation } from '@chancery/changesets';
import { batchSize, operationOf, type Payload } from '../draft/read-operations.ts';
import type { Queryable } from '../sql.ts';

/**
 * Yields the net operations of a revision in batches, by ordinal, or with `reverse` from the last ordinal to the first.
 */
export async function* mergedOperations(
  client: Queryable,
  revision: number,
  { reverse = false } = {},
): AsyncGenerator<{ ordinal: number; operation: Operation }[]> {
  let last = reverse ? 2 ** 31 - 1 : 0;
  for (;;) {
    const { rows } = await client.query<{
      ordinal: number;
      kind: string;
      type: string;
      fact: string;
      payload: Payload & { id: string };
    }>(
      `SELECT ordinal, kind, type, fact_id AS fact, payload FROM ledger.operation
       WHERE revision = $1 AND ordinal ${reverse ? '<' : '>'} $2 ORDER BY ordinal ${reverse ? 'DESC' : 'ASC'} LIMIT ${batchSize}`,
      [revision, last],
    );
    if (rows.length === 0) return;
    last = rows.at(-1)?.ordinal ?? last;
    yield rows.map(({ ordinal, payload, ...row }) => ({
      ordinal,
      operation: operationOf({ ...row, id: payload.id, payload }),
    }));
  }
}
