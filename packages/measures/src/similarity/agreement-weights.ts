import { distance, type Scale } from './cross-table.ts';

/** How grave a disagreement is: all alike, by distance, or by its square. */
export type AgreementWeights = 'nominal' | 'linear' | 'quadratic';

/** The weight of a disagreement of two levels, from 0 to 1. */
export function disagreement(weights: AgreementWeights, scale: Scale, row: number, column: number): number {
  if (weights === 'nominal') return row === column ? 0 : 1;
  return distance(scale, row, column) ** (weights === 'linear' ? 1 : 2);
}
