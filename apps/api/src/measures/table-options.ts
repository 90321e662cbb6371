import type { AgreementWeights, SDistance } from '@chancery/measures';
import type { TableOptions } from './catalogue.ts';
import type { SettledOptions } from './options.ts';

/** The options of a measure as its formula takes them. */
export function tableOptions({ weights, distance, convention }: SettledOptions): TableOptions {
  return {
    weights: weights.toLowerCase() as AgreementWeights,
    distance: distance.toLowerCase() as SDistance,
    undefinedAs: convention === 'HAEGE_2011' ? 'haege2011' : 'null',
  };
}
