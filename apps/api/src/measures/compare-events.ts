import { netCooperation } from '@chancery/measures';
import { pairsOf, type ScoredEvent } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import { pairKey } from './compare-exercises.ts';
import type { Compare } from './comparison.ts';

// Scores have one decimal, so further decimals of a sum are floating-point noise. Adding 0 turns -0 into 0.
const roundNoise = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6 + 0);

/**
 * Compares two states by the scores of the events between them: those of a year or, for a day, all the given events.
 */
export function compareEvents(events: readonly ScoredEvent[], { of }: CountMeasure<'EVENTS'>): Compare {
  const score = (event: ScoredEvent) => (of === 'plover' ? event.plover : event.goldstein);
  const sum = of === 'plover' ? 'net' : of;
  return (_members, window) => {
    const scores = new Map<string, number[]>();
    for (const event of events) {
      if (window.on === null && event.year !== window.year) continue;
      for (const [a, b] of pairsOf(event)) {
        const scoresOfPair = scores.get(pairKey(a, b)) ?? [];
        scores.set(pairKey(a, b), scoresOfPair);
        scoresOfPair.push(score(event));
      }
    }
    return (a, b) => {
      const statistic = netCooperation(scores.get(pairKey(a, b)) ?? [])[sum];
      return { ...statistic, value: roundNoise(statistic.value), unknown: null };
    };
  };
}
