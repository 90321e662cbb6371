import { median } from '../run/rows.ts';
import type { MeasuredShape, Sql } from './measured-shape.ts';

/** Who is asked. */
export interface Asked {
  /** Chancery, over HTTP: the data of its answer. */
  readonly chancery: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Postgres, directly. */
  readonly sql: Sql;
}

/** Medians, in milliseconds. */
export interface Times {
  readonly chancery: number;
  readonly sql: number;
}

/**
 * Asks Chancery and Postgres the same in turns, and sees that they agree.
 * @throws Error where one gives another number than the other.
 */
export async function askInTurns(shape: MeasuredShape, asked: Asked): Promise<Times> {
  const times = { chancery: [] as number[], sql: [] as number[] };
  for (const question of await shape.questions(asked.sql)) {
    let began = performance.now();
    const data = await asked.chancery(shape.query, shape.variables(question));
    times.chancery.push(performance.now() - began);
    began = performance.now();
    const rows = await asked.sql(shape.sql, question);
    times.sql.push(performance.now() - began);
    compare(shape.rowsOf(data as Readonly<Record<string, never>>), rows as readonly [string, number, number][]);
  }
  return { chancery: median(times.chancery), sql: median(times.sql) };
}

/** What the times of a shape say. */
export function saidOf({ asks, atMost }: MeasuredShape, { chancery, sql }: Times): string {
  const held = chancery <= atMost ? 'holds ' : 'MISSED';
  return `${held}  ${asks}: ${Math.round(chancery)} ms, at most ${atMost}; in Postgres ${Math.round(sql)} ms, ratio ${(sql / chancery).toFixed(2)}`;
}

type Rows = ReturnType<MeasuredShape['rowsOf']>;

function compare(reckoned: Rows, byHand: Rows): void {
  if (reckoned.length !== byHand.length)
    throw new Error(`Chancery gives ${reckoned.length} values, and Postgres ${byHand.length}`);
  const wanted = new Map(byHand.map(([key, value, n]) => [key, [value, n] as const]));
  for (const [key, value, n] of reckoned) {
    const [by, of] = wanted.get(key) ?? [];
    if (by === undefined || Math.abs(value - by) > 1e-9 || n !== of)
      throw new Error(`${key}: Chancery gives ${value} of ${n}, and Postgres ${by} of ${of}`);
  }
}
