import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';
import type { CrossTable } from './cross-table.ts';

/** The publications that define tau-b and apply it to alliance portfolios. */
export const tauBReference: Reference = {
  text: 'Kendall 1945, Biometrika 33(3): 239-251; Bueno de Mesquita 1975, Journal of Conflict Resolution 19(2): 187-216',
  doi: '10.1177/002200277501900201',
};

/**
 * Computes Kendall's tau-b: `(concordant - discordant) / √((pairs - ties of x)(pairs - ties of y))`. Weights are taken
 * as counts of targets. There is no value if either portfolio has fewer than two different levels.
 */
export function tauB({ scale, weights, total, n }: CrossTable): Statistic {
  const width = scale.levels.length;
  const cell = (row: number, column: number) => weights[row * width + column] ?? 0;
  const [first, second] = [new Float64Array(width), new Float64Array(width)];
  let difference = 0;
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const count = cell(row, column);
      first[row] = (first[row] ?? 0) + count;
      second[column] = (second[column] ?? 0) + count;
      for (let below = row + 1; below < width; below += 1) {
        for (let other = 0; other < width; other += 1)
          difference += count * cell(below, other) * Math.sign(other - column);
      }
    }
  }
  const pairs = (total * (total - 1)) / 2;
  const untied = (margin: Float64Array) => pairs - margin.reduce((sum, ties) => sum + (ties * (ties - 1)) / 2, 0);
  const denominator = Math.sqrt(untied(first) * untied(second));
  if (!(denominator > 0))
    return noStatistic(
      'NO_VARIANCE',
      'At least one of the two states has fewer than two different levels, so there is no order to compare.',
      n,
    );
  return statisticOf(difference / denominator, n);
}
