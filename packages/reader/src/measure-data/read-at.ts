import type { Pool } from 'pg';
import { type Scope, withheldSql } from '../compile/scope.ts';

/** Returns an SQL query for one JSON value in a scope. The parameters of the query begin at `$2`. */
export type BodySql = (scope: Scope) => string;

/** The register as a client sees it: at a revision, with or without withheld facts. */
export interface RegisterView {
  readonly revision: number;
  /**
   * The revision since which the set of withheld facts has not changed; 0 if no facts are withheld, null for clients
   * that see all facts.
   */
  readonly withheld: number | null;
}

/** A value, with what `withheld` of a {@link RegisterView} was for this client when the value was read. */
export interface ReadValue<Value> {
  readonly value: Value;
  readonly withheld: number | null;
}

/** Reads a value in one statement at the revision of a view. `values` are the parameters of `body`. */
export type ReadAt = <Value>(
  seen: RegisterView,
  body: BodySql,
  values: readonly unknown[],
) => Promise<ReadValue<Value>>;

const scopeOf = (isPast: boolean, withholds: boolean): Scope => ({
  name: 'data',
  schema: isPast ? 'history' : 'register',
  ...(isPast ? { revision: '$1::integer' } : {}),
  withholds,
  showsDeskFields: false,
  on: 'NULL',
});

/**
 * Creates a function that reads at a revision. It reads the latest revision from the current tables and other revisions
 * from the history. Its statement also returns the latest revision and whether facts are withheld. If these differ from
 * what the statement was written for, another statement is run.
 */
export function createReadAt(pool: Pick<Pool, 'query'>, onStatement: (text: string) => void): ReadAt {
  let newest = 0;
  const query = async (text: string, values: readonly unknown[]): Promise<readonly [number, number, unknown]> => {
    onStatement(text);
    const { rows } = await pool.query({ text, values, rowMode: 'array' } as never);
    return rows[0] as unknown as readonly [number, number, unknown];
  };
  return async <Value>({ revision, withheld }: RegisterView, body: BodySql, values: readonly unknown[]) => {
    let withholds = withheld !== null && withheld > 0;
    for (;;) {
      const isPast = revision < newest;
      const condition = isPast ? '$1::integer IS NOT NULL' : 'h.number = $1::integer';
      const text = `SELECT h.number, ${withheldSql}, CASE WHEN ${condition} THEN (${body(scopeOf(isPast, withholds))}) END FROM ledger.head h`;
      const [number, label, value] = await query(text, [revision, ...values]);
      newest = Math.max(newest, number);
      const withholdsAsSeen = withheld === null || label > 0 === withholds;
      if (withholdsAsSeen && (isPast || number === revision))
        return { value: value as Value, withheld: withheld === null ? null : label };
      withholds = withheld !== null && label > 0;
      // Callers only pass revisions that they have seen.
      if (revision > number) throw new Error(`revision ${revision} does not exist: the latest is ${number}`);
    }
  };
}
