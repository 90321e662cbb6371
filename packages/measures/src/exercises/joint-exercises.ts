import { type Reference, type Statistic, statisticOf } from '../statistic.ts';

/** The source of the damped count, in which an exercise counts less the more participants it has, and of the data. */
export const jointExercisesReference: Reference = {
  text: "Newman 2001, Physical Review E 64: 016132; D'Orazio & Galambos 2021, Multinational Military Exercises",
  doi: '10.1103/PhysRevE.64.016132',
};

/** Joint exercises of two states: how many, how many without other participants, and the count damped by size. */
export interface JointExercises {
  readonly count: Statistic;
  readonly bilateral: Statistic;
  /** The sum of `1 / (participants - 1)` over the exercises. */
  readonly damped: Statistic;
}

/** Counts joint exercises, given the number of participants of each, which is at least 2. */
export function jointExercises(participants: readonly number[]): JointExercises {
  const n = participants.length;
  return {
    count: statisticOf(n, n),
    bilateral: statisticOf(participants.filter((count) => count === 2).length, n),
    damped: statisticOf(
      participants.reduce((sum, count) => sum + 1 / (count - 1), 0),
      n,
    ),
  };
}
