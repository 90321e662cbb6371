import { type Measured, measured, type Reference, unmeasured } from '../measured.ts';
import { type CrossTable, distance, sumOver } from './cross-table.ts';

/** The publication that defines the index of agreement. */
export const lijphartReference: Reference = {
  text: 'Lijphart 1963, American Political Science Review 57(4): 902-917',
  doi: '10.2307/1952608',
};

/** Computes the share of roll calls in which the two states cast the same ballot. */
export function agreeShare(table: CrossTable): Measured {
  if (table.total === 0) return unmeasured('TOO_FEW', 'There is no roll call on which both voted.', table.n);
  return measured(
    sumOver(table, (row, column, share) => (row === column ? share : 0)),
    table.n,
  );
}

/**
 * Computes Lijphart's index of agreement: `(f + g / 2) / n`, where f are full agreements and g roll calls on which one
 * abstained. From 0 to 1; equal to `(S + 1) / 2` with absolute distances.
 */
export function lijphartIndex(table: CrossTable): Measured {
  if (table.total === 0) return unmeasured('TOO_FEW', 'There is no roll call on which both voted.', table.n);
  return measured(1 - sumOver(table, (row, column, share) => share * distance(table.scale, row, column)), table.n);
}
