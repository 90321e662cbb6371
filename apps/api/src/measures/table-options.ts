import type { DisagreementWeights, SDistance } from '@chancery/measures';
import type { TableOptions } from './catalogue.ts';
import type { ResolvedOptions } from './options.ts';

/** Converts the options of a measure from the names of the API to those of the formulas. */
export function tableOptions({ weights, distance, convention }: ResolvedOptions): TableOptions {
  return {
    weights: weights.toLowerCase() as DisagreementWeights,
    distance: distance.toLowerCase() as SDistance,
    undefinedAs: convention === 'HAEGE_2011' ? 'haege2011' : 'null',
  };
}
