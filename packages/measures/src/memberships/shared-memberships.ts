import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';

/** The publication of the data set whose definition of joint membership is used. */
export const membershipReference: Reference = {
  text: 'Pevehouse, Nordstrom, McManus & Jamison 2020, Journal of Peace Research 57(3): 492-503',
  doi: '10.1177/0022343319881175',
};

/** Organizations that two states share: the count, and the share of all organizations that either belongs to. */
export interface SharedMemberships {
  readonly count: Statistic;
  readonly jaccard: Statistic;
}

/**
 * Counts the organizations in both sets, and divides the count by the number in either (Jaccard). `n` is the number in
 * either. The caller decides which memberships count.
 */
export function sharedMemberships<Id>(first: ReadonlySet<Id>, second: ReadonlySet<Id>): SharedMemberships {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const id of small) if (large.has(id)) shared += 1;
  const either = first.size + second.size - shared;
  return {
    count: statisticOf(shared, either),
    jaccard:
      either === 0
        ? noStatistic('TOO_FEW', 'Neither belongs to any organization.')
        : statisticOf(shared / either, either),
  };
}
