import { median } from '../run/rows.ts';
import type { MeasuredShape, RunSql } from './measured-shape.ts';

/** The functions that query the two servers to compare: Chancery, and Postgres without Chancery. */
export interface QueryFunctions {
  /** Queries Chancery over HTTP and returns the data of the response. */
  readonly chancery: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Runs a statement in Postgres directly. */
  readonly sql: RunSql;
}

/** Median response times of Chancery and of Postgres, in milliseconds. */
export interface MedianTimes {
  readonly chancery: number;
  readonly sql: number;
}

/**
 * Runs the same computations on Chancery and Postgres in turns, compares the results, and returns the median times.
 * @throws Error when the results differ.
 */
export async function runInTurns(shape: MeasuredShape, sides: QueryFunctions): Promise<MedianTimes> {
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

/** Returns the line of the report that compares the times of a shape with each other and with its target. */
export function reportLine({ description, maxTime }: MeasuredShape, { chancery, sql }: MedianTimes): string {
  const verdict = chancery <= maxTime ? 'holds ' : 'MISSED';
  return `${verdict}  ${description}: ${Math.round(chancery)} ms, target at most ${maxTime} ms; in Postgres ${Math.round(sql)} ms, ${(sql / chancery).toFixed(2)} times as long`;
}

type Rows = ReturnType<MeasuredShape['rowsOf']>;

function compare({ description }: MeasuredShape, fromChancery: Rows, fromSql: Rows): void {
  if (fromChancery.length !== fromSql.length)
    throw new Error(`${description}: Chancery returns ${fromChancery.length} values, Postgres ${fromSql.length}`);
  const expected = new Map(fromSql.map(([key, value, n]) => [key, [value, n] as const]));
  for (const [key, value, n] of fromChancery) {
    const [sqlValue, sqlN] = expected.get(key) ?? [];
    if (sqlValue === undefined)
      throw new Error(`${description}, ${key}: Chancery returns ${value} (n = ${n}), Postgres returns no value`);
    if (Math.abs(value - sqlValue) > 1e-9 || n !== sqlN)
      throw new Error(
        `${description}, ${key}: Chancery returns ${value} (n = ${n}), Postgres ${sqlValue} (n = ${sqlN})`,
      );
  }
}
