import { type Measured, measured, type Reference } from '../measured.ts';

/** The source of the damped count: a tie through many partners is weighted by their number. */
export const jointExercisesReference: Reference = {
  text: "Newman 2001, Physical Review E 64: 016132; D'Orazio & Galambos 2021, Multinational Military Exercises",
  doi: '10.1103/PhysRevE.64.016132',
};

/** Joint exercises of two states: how many, how many without other participants, and the count damped by size. */
export interface JointExercises {
  readonly count: Measured;
  readonly bilateral: Measured;
  /** The sum of `1 / (participants - 1)`. */
  readonly damped: Measured;
}

/** Counts joint exercises, given the number of participants of each. */
export function jointExercises(participants: readonly number[]): JointExercises {
  const n = participants.length;
  return {
    count: measured(n, n),
    bilateral: measured(participants.filter((count) => count === 2).length, n),
    damped: measured(
      participants.reduce((sum, count) => sum + 1 / (count - 1), 0),
      n,
    ),
  };
}
