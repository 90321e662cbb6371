import { type JointExercises, jointExercises } from '@chancery/measures';
import type { CountedExercise } from '@chancery/reader';
import type { CountMeasure } from './catalogue.ts';
import type { Compare } from './comparison.ts';

/** Counts exercises of two that begin in a calendar year. */
export function compareExercises(exercises: readonly CountedExercise[], measure: CountMeasure): Compare {
  const of = measure.of as keyof JointExercises;
  return (members, window) => {
    const sizes = new Map<string, number[]>();
    for (const { year, participants } of exercises) {
      if (year !== window.year) continue;
      const states = participants.filter((participant) => members.has(participant));
      for (const [at, one] of states.entries())
        for (const other of states.slice(at + 1)) {
          const pair = pairKey(one, other);
          const known = sizes.get(pair) ?? [];
          sizes.set(pair, known);
          known.push(participants.length);
        }
    }
    return (one, other) => ({ ...jointExercises(sizes.get(pairKey(one, other)) ?? [])[of], unknown: null });
  };
}

/** A key of two, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
