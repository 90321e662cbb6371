import { median } from '../run/rows.ts';
import type { MeasuredShape, Sql } from './measured-shape.ts';

/** The two sides to compare: Chancery, and Postgres without it. */
export interface Sides {
  /** Queries Chancery over HTTP and returns the data of the response. */
  readonly chancery: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Queries Postgres directly. */
  readonly sql: Sql;
}

/** Median response times in milliseconds. */
export interface Times {
  readonly chancery: number;
  readonly sql: number;
}

/**
 * Runs the same computations on Chancery and Postgres in turns and compares the results.
 * @throws Error when the results differ.
 */
export async function runInTurns(shape: MeasuredShape, sides: Sides): Promise<Times> {
  const times = { chancery: [] as number[], sql: [] as number[] };
  for (const parameters of await shape.parameterSets(sides.sql)) {
    let began = performance.now();
    const data = await sides.chancery(shape.query, shape.variables(parameters));
    times.chancery.push(performance.now() - began);
    began = performance.now();
    const rows = await sides.sql(shape.sql, parameters);
    times.sql.push(performance.now() - began);
    compare(shape, shape.rowsOf(data as Readonly<Record<string, never>>), rows as readonly [string, number, number][]);
  }
  return { chancery: median(times.chancery), sql: median(times.sql) };
}

/** Returns the line of a shape for the report. */
export function reportLine({ description, maxTime }: MeasuredShape, { chancery, sql }: Times): string {
  const verdict = chancery <= maxTime ? 'holds ' : 'MISSED';
  return `${verdict}  ${description}: ${Math.round(chancery)} ms, target at most ${maxTime}; in Postgres ${Math.round(sql)} ms, ratio ${(sql / chancery).toFixed(2)}`;
}

type Rows = ReturnType<MeasuredShape['rowsOf']>;

function compare({ description }: MeasuredShape, fromChancery: Rows, fromSql: Rows): void {
  if (fromChancery.length !== fromSql.length)
    throw new Error(`${description}: Chancery returns ${fromChancery.length} values, Postgres ${fromSql.length}`);
  const expected = new Map(fromSql.map(([key, value, n]) => [key, [value, n] as const]));
  for (const [key, value, n] of fromChancery) {
    const [sqlValue, sqlN] = expected.get(key) ?? [];
    if (sqlValue === undefined || Math.abs(value - sqlValue) > 1e-9 || n !== sqlN)
      throw new Error(
        `${description}, ${key}: Chancery returns ${value} (n = ${n}), Postgres ${sqlValue} (n = ${sqlN})`,
      );
  }
}
