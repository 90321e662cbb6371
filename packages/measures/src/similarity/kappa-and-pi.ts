import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';
import { type AgreementWeights, disagreement } from './agreement-weights.ts';
import { type CrossTable, marginsOf, sumOver } from './cross-table.ts';

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

/** The result if the disagreement expected by chance is 0: no value, or 0 as in the scores published with Häge 2011. */
export type UndefinedConvention = 'null' | 'haege2011';

/** Options of chance-corrected agreement. Defaults: quadratic weights, and no value where agreement is undefined. */
export interface AgreementOptions {
  readonly weights?: AgreementWeights;
  readonly undefinedAs?: UndefinedConvention;
}

/**
 * Computes Cohen's weighted kappa: `1 - Σ v o / Σ v r c`, where o are the shares of the cells, r and c the margins, and
 * v the weights of disagreement. At most 1.
 */
export function kappa(table: CrossTable, options: AgreementOptions = {}): Statistic {
  const { first, second } = marginsOf(table);
  return chanceCorrected(table, first, second, options);
}

/** Computes Scott's pi: like kappa, with the mean of both margins in place of each. Never above kappa. */
export function pi(table: CrossTable, options: AgreementOptions = {}): Statistic {
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
  { weights = 'quadratic', undefinedAs = 'null' }: AgreementOptions,
): Statistic {
  if (table.total === 0) return noStatistic('TOO_FEW', 'There is nothing for which both values are known.', table.n);
  const weigh = (row: number, column: number) => disagreement(weights, table.scale, row, column);
  const observed = sumOver(table, (row, column, share) => share * weigh(row, column));
  const byChance = sumOver(table, (row, column) => (first[row] ?? 0) * (second[column] ?? 0) * weigh(row, column));
  if (byChance < epsilon)
    return undefinedAs === 'haege2011'
      ? statisticOf(0, table.n)
      : noStatistic(
          'NO_VARIANCE',
          'Both have the same single level throughout, so agreement cannot be corrected for chance.',
          table.n,
        );
  return statisticOf(1 - observed / byChance, table.n);
}
