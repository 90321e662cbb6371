import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';
import { type CrossTable, distance, sumOver } from './cross-table.ts';

/** The publication that defines Lijphart's index of agreement. */
export const lijphartReference: Reference = {
  text: 'Lijphart 1963, American Political Science Review 57(4): 902-917',
  doi: '10.2307/1952608',
};

const noSharedRollCall = 'There is no roll call with a counted ballot of both states.';

/**
 * Computes the share of roll calls in which the two states cast the same ballot, among those with a counted ballot of
 * both. There is no value if there is no such roll call.
 */
export function sameBallotShare(table: CrossTable): Statistic {
  if (table.total === 0) return noStatistic('TOO_FEW', noSharedRollCall, table.n);
  return statisticOf(
    sumOver(table, (row, column, share) => (row === column ? share : 0)),
    table.n,
  );
}

/**
 * Computes Lijphart's index of agreement: `(f + g / 2) / n`, where `n` is the number of roll calls with a counted
 * ballot of both states, `f` the number of those with the same ballot of both, and `g` the number of those in which
 * exactly one of the states abstained. From 0 to 1; equal to `(S + 1) / 2` with absolute distances.
 */
export function lijphartIndex(table: CrossTable): Statistic {
  if (table.total === 0) return noStatistic('TOO_FEW', noSharedRollCall, table.n);
  return statisticOf(1 - sumOver(table, (row, column, share) => share * distance(table.scale, row, column)), table.n);
}
