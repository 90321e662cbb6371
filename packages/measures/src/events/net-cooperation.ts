import { noStatistic, type Reference, type Statistic, statisticOf } from '../statistic.ts';

/** The publication that defines the Goldstein scores of conflict and cooperation. */
export const goldsteinReference: Reference = {
  text: 'Goldstein 1992, Journal of Conflict Resolution 36(2): 369-385; extended to the event codes of CAMEO',
  doi: '10.1177/0022002792036002007',
};

/** The publication that defines the categories of PLOVER events and their scores. */
export const ploverReference: Reference = {
  text: 'Halterman, Bagozzi, Beger, Schrodt & Scarborough 2023, PLOVER and POLECAT: A New Political Event Ontology and Dataset',
};

/**
 * The scores of the events in a window, summed up. Cooperation and conflict are always given too, because a net score
 * near 0 can hide both.
 */
export interface NetCooperation {
  /** The sum of the scores above 0. */
  readonly cooperation: Statistic;
  /** The sum of the scores below 0, as a positive number. */
  readonly conflict: Statistic;
  /** Cooperation minus conflict. */
  readonly net: Statistic;
  /** `net`, divided by the number of events with a score. */
  readonly mean: Statistic;
  /** Cooperation as a share of cooperation plus conflict. */
  readonly share: Statistic;
}

/**
 * Sums the scores of events, one score per event. Events without a score (NaN) are not counted. If no event has a
 * score, no statistic has a value; if all scores are 0, only `share` has none.
 */
export function netCooperation(scores: readonly number[]): NetCooperation {
  let [cooperation, conflict, n] = [0, 0, 0];
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    n += 1;
    if (score > 0) cooperation += score;
    else conflict -= score;
  }
  if (n === 0) {
    const none = noStatistic('TOO_FEW', 'No event in the window has a score.');
    return { cooperation: none, conflict: none, net: none, mean: none, share: none };
  }
  const net = cooperation - conflict;
  return {
    cooperation: statisticOf(cooperation, n),
    conflict: statisticOf(conflict, n),
    net: statisticOf(net, n),
    mean: statisticOf(net / n, n),
    share:
      cooperation + conflict === 0
        ? noStatistic('NO_VARIANCE', 'All events in the window have a score of 0.', n)
        : statisticOf(cooperation / (cooperation + conflict), n),
  };
}
