import { type Measured, measured, type Reference, unmeasured } from '../measured.ts';
import { type CrossTable, distance, marginsOf, sumOver } from './cross-table.ts';

/** Where this alignment was proposed. */
export const chanceCorrectedReference: Reference = {
  text: 'Benati & Capurri 2026, Quality & Quantity',
  doi: '10.1007/s11135-026-02814-x',
};

/** The alignment of Benati and Capurri: S (absolute, unweighted) as observed, less what the margins alone would give. */
export function chanceCorrectedS(table: CrossTable): Measured {
  if (table.total === 0) return unmeasured('TOO_FEW', 'There is no target toward which both are known.', table.n);
  const { first, second } = marginsOf(table);
  const observed = sumOver(table, (row, column, share) => share * distance(table.scale, row, column));
  const byChance = sumOver(
    table,
    (row, column) => (first[row] ?? 0) * (second[column] ?? 0) * distance(table.scale, row, column),
  );
  return measured(2 * (byChance - observed), table.n);
}
