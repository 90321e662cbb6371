/** The levels of a tie in ascending order, as numbers whose differences mean something. */
export interface Scale {
  readonly name: string;
  readonly levels: readonly number[];
}

/** How often two states held which pair of levels toward the same targets. */
export interface CrossTable {
  readonly scale: Scale;
  /** Row by row: the weight of the targets toward which the first held level `row` and the second level `column`. */
  readonly weights: Float64Array;
  /** The sum of all weights: without weights of their own, the number of targets. */
  readonly total: number;
  /** How many targets were compared. */
  readonly n: number;
}

/** The place of a missing tie in a portfolio. */
export const missing = -1;

/**
 * Crosses two portfolios: for each target the place in the scale of either one's tie, or `missing`. A target that is
 * missing in either, or has no weight (NaN), is left out.
 * @throws where the portfolios or weights differ in length
 */
export function crossTable(
  scale: Scale,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  targetWeights?: ArrayLike<number>,
): CrossTable {
  if (x.length !== y.length || (targetWeights && targetWeights.length !== x.length))
    throw new Error(`portfolios of ${x.length} and ${y.length} targets cannot be crossed`);
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

/** Goes through the cells of a table, with the share of all weight that each holds. */
export function sumOver(table: CrossTable, of: (row: number, column: number, share: number) => number): number {
  const width = table.scale.levels.length;
  let sum = 0;
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column < width; column += 1)
      sum += of(row, column, (table.weights[row * width + column] ?? 0) / table.total);
  return sum;
}

/** The shares of each level, of the first and of the second. */
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

/** The range of the scale itself, not of the levels that were observed. */
export function rangeOf({ levels }: Scale): number {
  return (levels.at(-1) ?? 0) - (levels[0] ?? 0);
}

/** How far apart two levels are, as a share of the range of their scale. */
export function distance(scale: Scale, row: number, column: number): number {
  return Math.abs((scale.levels[row] ?? 0) - (scale.levels[column] ?? 0)) / rangeOf(scale);
}
