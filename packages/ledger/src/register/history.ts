import type { Operation } from '@chancery/changesets';
import { operationOf, type Payload } from '../draft/read-operations.ts';
import type { Queryable } from '../sql.ts';

/** One merged operation on a fact, with its revision. */
export interface HistoryStep {
  readonly revision: number;
  readonly at: Date;
  readonly title: string;
  readonly authorId: string;
  readonly mergedBy: string;
  readonly ordinal: number;
  readonly operation: Operation;
}

/**
 * Lists merged operations on a fact and its citations, newest first, and at most `first` of them. With `before`, lists
 * only those of revisions before it.
 */
export async function historyOf(
  client: Queryable,
  factId: string,
  { first = 50, before }: { first?: number; before?: number } = {},
): Promise<HistoryStep[]> {
  const { rows } = await client.query<{
    revision: number;
    at: Date;
    title: string;
    authorId: string;
    mergedBy: string;
    ordinal: number;
    kind: string;
    type: string;
    fact: string;
    payload: Payload & { id: string };
  }>(
    `SELECT r.number AS revision, r.at, r.title, r.author_id AS "authorId", r.merged_by AS "mergedBy", o.ordinal, o.kind, o.type, o.fact_id AS fact, o.payload
     FROM ledger.operation o JOIN ledger.revision r ON r.number = o.revision
     WHERE o.fact_id = $1 AND o.revision < coalesce($2, 2147483647)
     ORDER BY o.revision DESC, o.ordinal DESC LIMIT $3`,
    [factId, before ?? null, first],
  );
  return rows.map(({ kind, type, fact, payload, ...step }) => ({
    ...step,
    operation: operationOf({ kind, type, fact, id: payload.id, payload }),
  }));
}
