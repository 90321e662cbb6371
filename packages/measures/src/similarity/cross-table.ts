/** An interval scale of ties or ballots. Its levels are numbers in ascending order. */
export interface Scale {
  readonly name: string;
  readonly levels: readonly number[];
}

/** A contingency table: how often two states had each pair of levels toward the same targets. */
export interface CrossTable {
  readonly scale: Scale;
  /**
   * The cells, row by row. A cell is the total weight of the targets toward which the first state has the level of the
   * row and the second state that of the column.
   */
  readonly weights: Float64Array;
  /** The sum of all cells; equal to `n` if the targets have no weights. */
  readonly total: number;
  /** The number of targets for which both levels and the weight are known. */
  readonly n: number;
}

/** Stands in a portfolio for a level that is not known or is left out. */
export const missingLevel = -1;

/** The reason why there is no statistic for a table whose total weight is 0, as a sentence. */
export const emptyTableReason = 'There is no target with a weight above 0 for which both values are known.';

/**
 * Makes the contingency table of two portfolios. A portfolio has one number for each target: the index of the level in
 * the scale, or `missingLevel`. A target is left out if its level is missing in either portfolio or its weight is NaN.
 * Without `targetWeights`, each target has weight 1.
 * @throws Error if the portfolios or weights differ in length.
 */
export function crossTable(
  scale: Scale,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  targetWeights?: ArrayLike<number>,
): CrossTable {
  if (x.length !== y.length)
    throw new Error(`the two portfolios have ${x.length} and ${y.length} targets, but must have the same number`);
  if (targetWeights && targetWeights.length !== x.length)
    throw new Error(
      `there are ${targetWeights.length} weights for ${x.length} targets, but there must be one for each`,
    );
  const width = scale.levels.length;
  const weights = new Float64Array(width * width);
  let [total, n] = [0, 0];
  for (let at = 0; at < x.length; at += 1) {
    const row = x[at] ?? missingLevel;
    const column = y[at] ?? missingLevel;
    const weight = targetWeights ? (targetWeights[at] ?? Number.NaN) : 1;
    if (row === missingLevel || column === missingLevel || Number.isNaN(weight)) continue;
    const cell = row * width + column;
    weights[cell] = (weights[cell] ?? 0) + weight;
    total += weight;
    n += 1;
  }
  return { scale, weights, total, n };
}

/** Sums `term` over the cells of a table. `share` is the cell divided by the total; it is NaN if the total is 0. */
export function sumOver(table: CrossTable, term: (row: number, column: number, share: number) => number): number {
  const width = table.scale.levels.length;
  let sum = 0;
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column < width; column += 1)
      sum += term(row, column, (table.weights[row * width + column] ?? 0) / table.total);
  return sum;
}

/** Returns the margins of a table: the share of each level in the first and in the second portfolio. */
export function marginsOf(table: CrossTable): { readonly first: Float64Array; readonly second: Float64Array } {
  const width = table.scale.levels.length;
  const [first, second] = [new Float64Array(width), new Float64Array(width)];
  sumOver(table, (row, column, share) => {
    first[row] = (first[row] ?? 0) + share;
    second[column] = (second[column] ?? 0) + share;
    return 0;
  });
  return { first, second };
}

/**
 * Returns the difference between the highest and the lowest level of the scale, whether or not they occur in a table.
 */
export function rangeOf({ levels }: Scale): number {
  return (levels.at(-1) ?? 0) - (levels[0] ?? 0);
}

/** Returns the distance between two levels as a share of the scale's range. The levels are given by their indexes. */
export function distance(scale: Scale, row: number, column: number): number {
  return Math.abs((scale.levels[row] ?? 0) - (scale.levels[column] ?? 0)) / rangeOf(scale);
}
