import type { AgreementWeights, SDistance } from '@chancery/measures';
import type { TableOptions } from './catalogue.ts';
import type { ResolvedOptions } from './options.ts';

/** Converts the options of a measure to the form that its formula takes. */
export function tableOptions({ weights, distance, convention }: ResolvedOptions): TableOptions {
  return {
    weights: weights.toLowerCase() as AgreementWeights,
    distance: distance.toLowerCase() as SDistance,
    undefinedAs: convention === 'HAEGE_2011' ? 'haege2011' : 'null',
  };
}
