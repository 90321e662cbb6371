import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';
import { type CrossTable, emptyTableReason, marginsOf, sumOver } from './cross-table.ts';
import { type DisagreementWeights, disagreementWeight } from './disagreement-weights.ts';

/** The publications that define weighted kappa and propose it for foreign policy. */
export const kappaReference: Reference = {
  text: 'Cohen 1968, Psychological Bulletin 70(4): 213-220; Häge 2011, Political Analysis 19(3): 287-305',
  doi: '10.1093/pan/mpr023',
};

/** The publications that define pi and propose it for foreign policy. */
export const piReference: Reference = {
  text: 'Scott 1955, Public Opinion Quarterly 19(3): 321-325; Häge 2011, Political Analysis 19(3): 287-305',
  doi: '10.1093/pan/mpr023',
};

/**
 * What kappa and pi return if the disagreement expected by chance is 0: no value, or the value 0, as in the scores
 * published with Häge 2011.
 */
export type NoVarianceConvention = 'null' | 'haege2011';

/** The options of kappa and pi. */
export interface ChanceCorrectionOptions {
  /** `quadratic` by default. */
  readonly weights?: DisagreementWeights;
  /** `null` by default. */
  readonly undefinedAs?: NoVarianceConvention;
}

/**
 * Computes Cohen's weighted kappa: `1 - Σ v o / Σ v r c`, where `o` is the share of a cell, `r` and `c` are its
 * margins, and `v` is its weight of disagreement. At most 1.
 */
export function kappa(table: CrossTable, options: ChanceCorrectionOptions = {}): Statistic {
  const { first, second } = marginsOf(table);
  return chanceCorrected(table, first, second, options);
}

/** Computes Scott's pi: like kappa, with the mean of both margins in place of each. Never above kappa. */
export function pi(table: CrossTable, options: ChanceCorrectionOptions = {}): Statistic {
  const { first, second } = marginsOf(table);
  const mean = first.map((share, level) => (share + (second[level] ?? 0)) / 2);
  return chanceCorrected(table, mean, mean, options);
}

// Shares add up to 1 only within rounding.
const epsilon = 1e-12;

function chanceCorrected(
  table: CrossTable,
  first: Float64Array,
  second: Float64Array,
  { weights = 'quadratic', undefinedAs = 'null' }: ChanceCorrectionOptions,
): Statistic {
  if (table.total === 0) return noStatistic('TOO_FEW', emptyTableReason, table.n);
  const weigh = (row: number, column: number) => disagreementWeight(weights, table.scale, row, column);
  const observed = sumOver(table, (row, column, share) => share * weigh(row, column));
  const byChance = sumOver(table, (row, column) => (first[row] ?? 0) * (second[column] ?? 0) * weigh(row, column));
  if (byChance < epsilon)
    return undefinedAs === 'haege2011'
      ? statisticOf(0, table.n)
      : noStatistic(
          'NO_VARIANCE',
          'Both states have the same level toward all targets, so the correction for chance is undefined.',
          table.n,
        );
  return statisticOf(1 - observed / byChance, table.n);
}
