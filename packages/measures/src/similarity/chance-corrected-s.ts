import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';
import { type CrossTable, distance, emptyTableReason, marginsOf, sumOver } from './cross-table.ts';

/** The publication that proposes chance-corrected S. */
export const chanceCorrectedReference: Reference = {
  text: 'Benati & Capurri 2026, Quality & Quantity',
  doi: '10.1007/s11135-026-02814-x',
};

/**
 * Computes the alignment of Benati and Capurri: S with absolute distances, minus the S that is expected from the
 * margins alone. There is no value if the total of the table is 0.
 */
export function chanceCorrectedS(table: CrossTable): Statistic {
  if (table.total === 0) return noStatistic('TOO_FEW', emptyTableReason, table.n);
  const { first, second } = marginsOf(table);
  const observed = sumOver(table, (row, column, share) => share * distance(table.scale, row, column));
  const byChance = sumOver(
    table,
    (row, column) => (first[row] ?? 0) * (second[column] ?? 0) * distance(table.scale, row, column),
  );
  return statisticOf(2 * (byChance - observed), table.n);
}
