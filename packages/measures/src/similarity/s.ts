import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';
import { type CrossTable, distance, emptyTableReason, sumOver } from './cross-table.ts';

/** The publication that defines S. */
export const sReference: Reference = {
  text: 'Signorino & Ritter 1999, International Studies Quarterly 43(1): 115-144',
  doi: '10.1111/0020-8833.00113',
};

/** How distances between levels count: as they are, or squared. */
export type SDistance = 'absolute' | 'squared';

/**
 * Computes the similarity of two foreign-policy portfolios: `1 - 2 · Σ w |x - y|^p / (dmax^p · Σ w)`, from -1 to 1.
 * `dmax` is the range of the scale, `w` the weights of the table, and `p` is 1 for absolute and 2 for squared
 * distances.
 */
export function s(table: CrossTable, distances: SDistance = 'absolute'): Statistic {
  if (table.total === 0) return noStatistic('TOO_FEW', emptyTableReason, table.n);
  const power = distances === 'absolute' ? 1 : 2;
  return statisticOf(
    1 - 2 * sumOver(table, (row, column, share) => share * distance(table.scale, row, column) ** power),
    table.n,
  );
}
