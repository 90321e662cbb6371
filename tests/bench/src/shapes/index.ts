import { q1 } from './q1-state.ts';
import { q2 } from './q2-state-in-full.ts';
import { q3 } from './q3-agreements.ts';
import { q4 } from './q4-exercises.ts';
import { q5 } from './q5-dyad.ts';
import { q6 } from './q6-search.ts';
import type { Shape } from './shape.ts';

/** The query shapes that the benchmark measures, Q1 to Q6. */
export const shapes: readonly Shape[] = [q1, q2, q3, q4, q5, q6];
