import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';

/** The publication on the data set whose definition of joint membership is used. */
export const membershipReference: Reference = {
  text: 'Pevehouse, Nordstrom, McManus & Jamison 2020, Journal of Peace Research 57(3): 492-503',
  doi: '10.1177/0022343319881175',
};

/** How many memberships in organizations two states share. */
export interface SharedMemberships {
  /** The number of organizations to which both states belong. */
  readonly count: Statistic;
  /** `count`, divided by the number of organizations to which at least one of the states belongs. */
  readonly jaccard: Statistic;
}

/**
 * Compares the organizations of two states, one set for each state. The caller decides which memberships count. `n` is
 * the number of organizations in at least one set; if it is 0, `count` is 0 and `jaccard` has no value.
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
        ? noStatistic('TOO_FEW', 'No membership of either state is counted, so there is no share.')
        : statisticOf(shared / either, either),
  };
}
