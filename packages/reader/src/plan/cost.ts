import { pageSize } from '../compile/page-size.ts';
import type { Arguments } from '../compile/run.ts';
import type { Priced } from '../compile/selection.ts';
import type { Plan } from './plan.ts';

/** What a call costs, computed before anything runs. */
export interface Cost {
  /** Rows that the pages could hold: for each connection the product of the page sizes on the way to it, summed. */
  readonly rows: number;
  /** Points: one for each root field, one for every ten rows, ten for each totalCount, search and dyad, and for fields resolved outside the database what each costs. */
  readonly points: number;
}

/** The connection that asks for most, for messages. */
export interface Dearest {
  readonly path: readonly string[];
  readonly rows: number;
  /** Its own page size, and the product of those around it. */
  readonly size: number;
  readonly around: number;
}

/** Prices a plan for its arguments. */
export function costOf({ prices, roots }: Pick<Plan, 'prices' | 'roots'>, args: readonly Arguments[]): Cost {
  let rows = 0;
  let points = roots;
  for (const priced of prices) {
    if (priced.kind === 'connection') rows += rowsOf(priced, args);
    else if (priced.kind === 'resolved') points += (priced.points ?? 0) * Math.max(1, rowsOf(priced, args));
    else points += 10 * (priced.kind === 'totalCount' ? Math.max(1, rowsOf(priced, args)) : 1);
  }
  return { rows, points: points + Math.ceil(rows / 10) };
}

/** The connection with the most rows. */
export function dearestOf({ prices }: Pick<Plan, 'prices'>, args: readonly Arguments[]): Dearest | undefined {
  const connections = prices.filter(({ kind }) => kind === 'connection').map((priced) => dearness(priced, args));
  return connections.sort((a, b) => b.rows - a.rows)[0];
}

function dearness(priced: Priced, args: readonly Arguments[]): Dearest {
  const rows = rowsOf(priced, args);
  const own = priced.sizes.at(-1);
  const size = typeof own === 'number' ? pageSize(args[own]) : 1;
  return { path: priced.path, rows, size, around: size === 0 ? 0 : rows / size };
}

function rowsOf({ sizes }: Priced, args: readonly Arguments[]): number {
  return sizes.reduce<number>(
    (product, size) => product * (typeof size === 'number' ? pageSize(args[size]) : size.times),
    1,
  );
}
