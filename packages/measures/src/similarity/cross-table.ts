/** The levels of a tie in ascending order, as numbers on an interval scale. */
export interface Scale {
  readonly name: string;
  readonly levels: readonly number[];
}

/** A contingency table: how often two states had each pair of levels toward the same targets. */
export interface CrossTable {
  readonly scale: Scale;
  /** Row by row: the weight of the targets toward which the first has level `row` and the second level `column`. */
  readonly weights: Float64Array;
  /** The sum of all weights; for unweighted targets, their number. */
  readonly total: number;
  /** The number of targets compared. */
  readonly n: number;
}

/** Marks a missing tie in a portfolio. */
export const missing = -1;

/**
 * Makes the contingency table of two portfolios. A portfolio has, for each target, the index of the tie in the levels
 * of the scale, or `missing`. A target that is missing in either, or has no weight (NaN), is left out.
 * @throws Error if the portfolios or weights differ in length.
 */
export function crossTable(
  scale: Scale,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  targetWeights?: ArrayLike<number>,
): CrossTable {
  if (x.length !== y.length)
    throw new Error(`portfolios have ${x.length} and ${y.length} targets: they must have the same number`);
  if (targetWeights && targetWeights.length !== x.length)
    throw new Error(`there are ${targetWeights.length} weights for ${x.length} targets`);
  const width = scale.levels.length;
  const weights = new Float64Array(width * width);
  let [total, n] = [0, 0];
  for (let at = 0; at < x.length; at += 1) {
    const row = x[at] ?? missing;
    const column = y[at] ?? missing;
    const weight = targetWeights ? (targetWeights[at] ?? Number.NaN) : 1;
    if (row === missing || column === missing || Number.isNaN(weight)) continue;
    const cell = row * width + column;
    weights[cell] = (weights[cell] ?? 0) + weight;
    total += weight;
    n += 1;
  }
  return { scale, weights, total, n };
}

/** Sums a function over the cells of a table. `share` is the cell's share of the total weight; NaN if the table is empty. */
export function sumOver(table: CrossTable, term: (row: number, column: number, share: number) => number): number {
  const width = table.scale.levels.length;
  let sum = 0;
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column < width; column += 1)
      sum += term(row, column, (table.weights[row * width + column] ?? 0) / table.total);
  return sum;
}

/** Returns the margins of a table: the share of each level, for the first and for the second portfolio. */
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

/** Returns the range of the scale, not of the levels that were observed. */
export function rangeOf({ levels }: Scale): number {
  return (levels.at(-1) ?? 0) - (levels[0] ?? 0);
}

/** Returns the distance between two levels, given by index, as a share of the range of the scale. */
export function distance(scale: Scale, row: number, column: number): number {
  return Math.abs((scale.levels[row] ?? 0) - (scale.levels[column] ?? 0)) / rangeOf(scale);
}
