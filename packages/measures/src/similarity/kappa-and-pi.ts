import { type Measured, measured, type Reference, unmeasured } from '../measured.ts';
import { type AgreementWeights, disagreement } from './agreement-weights.ts';
import { type CrossTable, marginsOf, sumOver } from './cross-table.ts';

/** Where weighted kappa was defined, and proposed for foreign policy. */
export const kappaReference: Reference = {
  text: 'Cohen 1968, Psychological Bulletin 70(4): 213-220; Häge 2011, Political Analysis 19(3): 287-305',
  doi: '10.1093/pan/mpr023',
};

/** Where pi was defined, and proposed for foreign policy. */
export const piReference: Reference = {
  text: 'Scott 1955, Public Opinion Quarterly 19(3): 321-325; Häge 2011, Political Analysis 19(3): 287-305',
  doi: '10.1093/pan/mpr023',
};

/** What stands where chance alone would leave nothing to disagree on: no value, or 0 as in the published scores. */
export type Undefined = 'null' | 'haege2011';

/** How chance-corrected agreement is reckoned. */
export interface AgreementOptions {
  readonly weights?: AgreementWeights;
  readonly undefinedAs?: Undefined;
}

/**
 * Cohen's weighted kappa: `1 - Σ v o / Σ v r c`, o the shares of the table, r and c its margins, v the weights of
 * disagreement. At most 1.
 */
export function kappa(table: CrossTable, options: AgreementOptions = {}): Measured {
  const { first, second } = marginsOf(table);
  return corrected(table, first, second, options);
}

/** Scott's pi: as kappa, with the mean of both margins in the place of either. Never above kappa. */
export function pi(table: CrossTable, options: AgreementOptions = {}): Measured {
  const { first, second } = marginsOf(table);
  const mean = first.map((share, level) => (share + (second[level] ?? 0)) / 2);
  return corrected(table, mean, mean, options);
}

// Shares of counts add up to 1 only within rounding.
const nothing = 1e-12;

function corrected(
  table: CrossTable,
  first: Float64Array,
  second: Float64Array,
  { weights = 'quadratic', undefinedAs = 'null' }: AgreementOptions,
): Measured {
  if (table.total === 0) return unmeasured('TOO_FEW', 'There is nothing on which both are known.', table.n);
  const weigh = (row: number, column: number) => disagreement(weights, table.scale, row, column);
  const observed = sumOver(table, (row, column, share) => share * weigh(row, column));
  const byChance = sumOver(table, (row, column) => (first[row] ?? 0) * (second[column] ?? 0) * weigh(row, column));
  if (byChance < nothing)
    return undefinedAs === 'haege2011'
      ? measured(0, table.n)
      : unmeasured(
          'NO_VARIANCE',
          'Both hold one and the same level throughout, so that chance leaves nothing to correct for.',
          table.n,
        );
  return measured(1 - observed / byChance, table.n);
}
