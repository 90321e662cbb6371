import { jointExercises } from '@chancery/measures';
import type { CountedExercise } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import type { Compare } from './comparison.ts';

/** Compares two states by the exercises that both took part in and that began in the year of the window. */
export function compareExercises(exercises: readonly CountedExercise[], { of }: CountMeasure<'EXERCISES'>): Compare {
  return (members, window) => {
    const sizes = new Map<string, number[]>();
    for (const { year, participants } of exercises) {
      if (year !== window.year) continue;
      const states = participants.filter((participant) => members.has(participant));
      for (const [at, a] of states.entries())
        for (const b of states.slice(at + 1)) {
          const pair = pairKey(a, b);
          const sizesOfPair = sizes.get(pair) ?? [];
          sizes.set(pair, sizesOfPair);
          sizesOfPair.push(participants.length);
        }
    }
    return (a, b) => ({ ...jointExercises(sizes.get(pairKey(a, b)) ?? [])[of], unknown: null });
  };
}

/** Returns a key for two ids, the same in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
