import { distance, type Scale } from './cross-table.ts';

/** How a disagreement is weighted: all equally, by distance, or by squared distance. */
export type AgreementWeights = 'nominal' | 'linear' | 'quadratic';

/** Returns the weight of the disagreement between two levels, given by index: from 0 (the same level) to 1. */
export function disagreement(weights: AgreementWeights, scale: Scale, row: number, column: number): number {
  if (weights === 'nominal') return row === column ? 0 : 1;
  return distance(scale, row, column) ** (weights === 'linear' ? 1 : 2);
}
