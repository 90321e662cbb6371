import { type Measured, measured, type Reference, unmeasured } from '../measured.ts';

/** The source of the Goldstein scores of conflict and cooperation. */
export const goldsteinReference: Reference = {
  text: 'Goldstein 1992, Journal of Conflict Resolution 36(2): 369-385; on CAMEO as extended for it',
  doi: '10.1177/0022002792036002007',
};

/** The source of the scores of PLOVER categories. */
export const ploverReference: Reference = {
  text: 'Halterman, Bagozzi, Beger, Schrodt & Scarborough 2023, PLOVER and POLECAT: A New Political Event Ontology and Dataset',
};

/** Totals of the events in a window. Cooperation and conflict are always given separately: a net near 0 hides both. */
export interface NetCooperation {
  /** The sum of the scores above 0. */
  readonly cooperation: Measured;
  /** The sum of the scores below 0, as a positive number. */
  readonly conflict: Measured;
  readonly net: Measured;
  /** Net per event. */
  readonly mean: Measured;
  /** Cooperation as a share of cooperation plus conflict. */
  readonly share: Measured;
}

/** Sums the scores of events. Takes one score per event; events without a score (NaN) are not counted. */
export function netCooperation(scores: readonly number[]): NetCooperation {
  let [cooperation, conflict, n] = [0, 0, 0];
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    n += 1;
    if (score > 0) cooperation += score;
    else conflict -= score;
  }
  if (n === 0) {
    const none = unmeasured('TOO_FEW', 'No event in the window has a score.');
    return { cooperation: none, conflict: none, net: none, mean: none, share: none };
  }
  const net = cooperation - conflict;
  return {
    cooperation: measured(cooperation, n),
    conflict: measured(conflict, n),
    net: measured(net, n),
    mean: measured(net / n, n),
    share:
      cooperation + conflict === 0
        ? unmeasured('NO_VARIANCE', 'All events in the window have a score of 0.', n)
        : measured(cooperation / (cooperation + conflict), n),
  };
}
