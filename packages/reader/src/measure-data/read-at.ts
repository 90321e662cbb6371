import type { Pool } from 'pg';
import { type Scope, withheldSql } from '../compile/scope.ts';

/** Writes the SQL of what is read in a scope: one value. Parameters begin at $2. */
export type BodySql = (scope: Scope) => string;

/** A register as somebody sees it: at a revision, without what is withheld from them. */
export interface Seen {
  readonly revision: number;
  /** Since which revision facts are withheld as they are now, 0 where none is; null for whoever sees all. */
  readonly withheld: number | null;
}

/** What was read, and since which revision facts were withheld when it was. */
export interface ReadValue<Value> {
  readonly value: Value;
  readonly withheld: number | null;
}

/** Reads a value of a register as it is seen, in one statement. */
export type ReadAt = <Value>(seen: Seen, body: BodySql, values: readonly unknown[]) => Promise<ReadValue<Value>>;

const scopeOf = (isPast: boolean, withholds: boolean): Scope => ({
  name: 'data',
  schema: isPast ? 'history' : 'register',
  ...(isPast ? { revision: '$1::integer' } : {}),
  withholds,
  on: 'NULL',
});

/**
 * Makes what reads at a revision. The latest one is read from the tables of what stands, where the statement itself sees
 * that it is still the latest; any other from the history, where it never changes. What is withheld is left out as the
 * statement sees it: where that is other than was thought, it is asked anew.
 */
export function readsAt(pool: Pick<Pool, 'query'>, onStatement: (text: string) => void): ReadAt {
  let newest = 0;
  const ask = async (text: string, values: readonly unknown[]): Promise<readonly [number, number, unknown]> => {
    onStatement(text);
    const { rows } = await pool.query({ text, values, rowMode: 'array' } as never);
    return rows[0] as unknown as readonly [number, number, unknown];
  };
  return async <Value>({ revision, withheld }: Seen, body: BodySql, values: readonly unknown[]) => {
    let withholds = withheld !== null && withheld > 0;
    for (;;) {
      const isPast = revision < newest;
      const condition = isPast ? '$1::integer IS NOT NULL' : 'h.number = $1::integer';
      const text = `SELECT h.number, ${withheldSql}, CASE WHEN ${condition} THEN (${body(scopeOf(isPast, withholds))}) END FROM ledger.head h`;
      const [number, label, value] = await ask(text, [revision, ...values]);
      newest = Math.max(newest, number);
      const fits = withheld === null || label > 0 === withholds;
      if (fits && (isPast || number === revision))
        return { value: value as Value, withheld: withheld === null ? null : label };
      withholds = withheld !== null && label > 0;
      // A revision that is not there yet is nobody's to ask for: whoever asks has seen it.
      if (revision > number) throw new Error(`revision ${revision} was selected for while ${number} is the latest`);
    }
  };
}
