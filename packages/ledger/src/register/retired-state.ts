import type { FactState } from '@chancery/changesets';
import type { Queryable } from '../sql.ts';

/** A retired fact with the state that restoring it would bring back. */
export interface RetiredFact {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly reason: string;
  readonly state: FactState;
}

/** Reads the state of a fact at the time it was retired; undefined if it is not retired. */
export async function retiredState(client: Queryable, id: string): Promise<RetiredFact | undefined> {
  const { rows } = await client.query<RetiredFact>(
    `SELECT t.id, t.type, t.label, t.reason, o.payload -> 'was' AS state
     FROM register.tombstone t JOIN ledger.operation o ON o.fact_id = t.id AND o.kind = 'retire'
     WHERE t.id = $1 ORDER BY o.revision DESC LIMIT 1`,
    [id],
  );
  return rows[0];
}
