import { type NetCooperation, netCooperation } from '@chancery/measures';
import { pairsOf, type ScoredEvent } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import { pairKey } from './compare-exercises.ts';
import type { Compare } from './comparison.ts';

// Scores have one decimal: what a sum of doubles adds below that is noise.
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6 + 0);

/** Adds up the scores of the events between two: those of a year, or on a day all up to it. */
export function compareEvents(events: readonly ScoredEvent[], { of }: Pick<CountMeasure, 'of'>): Compare {
  const score = (event: ScoredEvent) => (of === 'plover' ? event.plover : event.goldstein);
  const sum = (of === 'plover' ? 'net' : of) as keyof NetCooperation;
  return (_members, window) => {
    const scores = new Map<string, number[]>();
    for (const event of events) {
      if (window.on === null && event.year !== window.year) continue;
      for (const [one, other] of pairsOf(event)) {
        const known = scores.get(pairKey(one, other)) ?? [];
        scores.set(pairKey(one, other), known);
        known.push(score(event));
      }
    }
    return (one, other) => {
      const measured = netCooperation(scores.get(pairKey(one, other)) ?? [])[sum];
      return { ...measured, value: rounded(measured.value), unknown: null };
    };
  };
}
