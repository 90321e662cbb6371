import { pageSize } from '../compile/page-size.ts';
import type { Arguments } from '../compile/run.ts';
import type { PricedField } from '../compile/selection.ts';
import { askedInput } from './conditions.ts';
import type { Plan } from './plan.ts';

/** The cost of an operation, computed before it runs. */
export interface Cost {
  /**
   * The maximum number of rows: the sum of the rows of all connections. The rows of a connection are its page size
   * times the page sizes of the connections, and the constant factors of the fields, that contain it.
   */
  readonly rows: number;
  /**
   * 1 for each root field, 1 for every ten rows, 10 for each search and each dyad, 10 for each totalCount, and the
   * points of each field that is resolved outside the database. A totalCount costs its points once for each row that
   * contains it, a resolved field those of its `ResolvedPrice`. The filter and order of a connection cost 1 for each
   * condition and 1 for every ten values in lists (see {@link askedInput}), once for every ten rows that contain the
   * connection.
   */
  readonly points: number;
}

/** The rows of one connection, for error messages. */
export interface ConnectionCost {
  readonly path: readonly string[];
  readonly rows: number;
  /** Its own page size. */
  readonly size: number;
  /**
   * The product of the page sizes of the connections, and of the constant factors of the fields, that contain it; 1 if
   * there are none.
   */
  readonly outerRows: number;
}

/** A selection of an operation with what it costs. */
export interface SelectionCost {
  readonly kind: PricedField['kind'];
  readonly path: readonly string[];
  /** Its points, of which a connection has one for every ten rows, rounded up, and those of its filter and order. */
  readonly points: number;
  /** The points of the filter and order of a connection. */
  readonly inputPoints: number;
  /** How many objects may contain it. */
  readonly around: number;
}

/** Computes the cost of a plan for the arguments of one execution. */
export function costOf({ prices, roots }: Pick<Plan, 'prices' | 'roots'>, args: readonly Arguments[]): Cost {
  let rows = 0;
  let points = roots;
  for (const priced of prices) {
    if (priced.kind === 'connection') {
      rows += rowsOf(priced, args);
      points += inputPoints(priced, args);
    } else points += pointsOf(priced, args);
  }
  return { rows, points: points + Math.ceil(rows / 10) };
}

/** Returns the selection with the most points, the first of several; undefined if the plan has none that is priced. */
export function costliestSelectionOf(
  { prices }: Pick<Plan, 'prices'>,
  args: readonly Arguments[],
): SelectionCost | undefined {
  const costs = prices.map((priced): SelectionCost => {
    const { kind, path } = priced;
    if (kind !== 'connection')
      return { kind, path, points: pointsOf(priced, args), inputPoints: 0, around: rowsOf(priced, args) };
    const { rows, outerRows } = connectionCost(priced, args);
    const own = inputPoints(priced, args);
    return { kind, path, points: Math.ceil(rows / 10) + own, inputPoints: own, around: outerRows };
  });
  return costs.sort((a, b) => b.points - a.points)[0];
}

/** Returns the points of a selection that is not a connection. */
function pointsOf(priced: PricedField, args: readonly Arguments[]): number {
  if (priced.kind === 'resolved') return resolvedPoints(priced, args);
  return 10 * (priced.kind === 'totalCount' ? Math.max(1, rowsOf(priced, args)) : 1);
}

function resolvedPoints(priced: PricedField, args: readonly Arguments[]): number {
  const { price, number } = priced;
  const { once, each } =
    typeof price === 'function' ? price(args[number ?? -1] ?? {}) : (price ?? { once: 0, each: 0 });
  return once + each * Math.max(1, rowsOf(priced, args));
}

function inputPoints(priced: PricedField, args: readonly Arguments[]): number {
  const own = priced.sizes.at(-1);
  const { conditions, listValues } = askedInput((typeof own === 'number' ? args[own] : undefined) ?? {});
  const points = conditions + Math.floor(listValues / 10);
  return points === 0 ? 0 : points * Math.max(1, Math.ceil(connectionCost(priced, args).outerRows / 10));
}

/** Returns the connection with the most rows; undefined if the plan has no connection. */
export function largestConnectionOf(
  { prices }: Pick<Plan, 'prices'>,
  args: readonly Arguments[],
): ConnectionCost | undefined {
  const connections = prices.filter(({ kind }) => kind === 'connection').map((priced) => connectionCost(priced, args));
  return connections.sort((a, b) => b.rows - a.rows)[0];
}

function connectionCost(priced: PricedField, args: readonly Arguments[]): ConnectionCost {
  const rows = rowsOf(priced, args);
  const own = priced.sizes.at(-1);
  const size = typeof own === 'number' ? pageSize(args[own]) : 1;
  return { path: priced.path, rows, size, outerRows: size === 0 ? 0 : rows / size };
}

function rowsOf({ sizes }: PricedField, args: readonly Arguments[]): number {
  return sizes.reduce<number>(
    (product, size) => product * (typeof size === 'number' ? pageSize(args[size]) : size.times),
    1,
  );
}
