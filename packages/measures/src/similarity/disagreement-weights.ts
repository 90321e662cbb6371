import { distance, type Scale } from './cross-table.ts';

/** How disagreements are weighted: all equally, by distance on the scale, or by squared distance. */
export type DisagreementWeights = 'nominal' | 'linear' | 'quadratic';

/**
 * Returns the weight of the disagreement between two levels, from 0 (the same level) to 1. `row` and `column` are the
 * indexes of the levels in the scale.
 */
export function disagreementWeight(weights: DisagreementWeights, scale: Scale, row: number, column: number): number {
  if (weights === 'nominal') return row === column ? 0 : 1;
  return distance(scale, row, column) ** (weights === 'linear' ? 1 : 2);
}
