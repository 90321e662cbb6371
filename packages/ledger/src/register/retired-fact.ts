import type { FactState } from '@chancery/changesets';
import type { Queryable } from '../sql.ts';

/** A retired fact, with the values and citations that restoring it would bring back as `state`. */
export interface RetiredFact {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly reason: string;
  readonly state: FactState;
}

/** Finds a retired fact, as it was when it was last retired; undefined if no fact with the id is retired. */
export async function findRetiredFact(client: Queryable, id: string): Promise<RetiredFact | undefined> {
  const { rows } = await client.query<RetiredFact>(
    `SELECT t.id, t.type, t.label, t.reason, o.payload -> 'was' AS state
     FROM register.tombstone t JOIN ledger.operation o ON o.fact_id = t.id AND o.kind = 'retire'
     WHERE t.id = $1 ORDER BY o.revision DESC LIMIT 1`,
    [id],
  );
  return rows[0];
}
