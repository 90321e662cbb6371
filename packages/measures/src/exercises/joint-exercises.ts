import { type Reference, type Statistic, statisticOf } from '../statistic.ts';

/** The publications that define the damped count (Newman) and the data (D'Orazio and Galambos). */
export const jointExercisesReference: Reference = {
  text: "Newman 2001, Physical Review E 64: 016132; D'Orazio & Galambos 2021, Multinational Military Exercises",
  doi: '10.1103/PhysRevE.64.016132',
};

/** The numbers of joint exercises of two states. */
export interface JointExercises {
  readonly count: Statistic;
  /** The number of exercises in which only the two states took part. */
  readonly bilateral: Statistic;
  /** The sum of `1 / (participants - 1)` over the exercises, so that large exercises count less. */
  readonly damped: Statistic;
}

/** Counts joint exercises. `participants` has one number for each exercise: how many actors took part, at least 2. */
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
