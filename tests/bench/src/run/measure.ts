import type { LoadGenerator } from '../load/load.ts';
import { randomFrom } from '../register/random.ts';
import type { ParameterPool, Parameters, Shape } from '../shapes/shape.ts';
import type { Contestant } from './contestants.ts';
import { type ResultRow, resultRowsOf, type Sample } from './rows.ts';

/** How many rounds to measure, and how long each turn of a contestant takes. */
export interface RunSchedule {
  readonly rounds: number;
  readonly connections: number;
  /** How long a turn sends requests before they are measured, in milliseconds. */
  readonly warmUp: number;
  /** How long a turn measures requests, in milliseconds. */
  readonly duration: number;
}

/**
 * The parameter sets of a shape: many varied ones for contestants without a cache, few repeated ones for the others.
 */
export interface Workload {
  readonly shape: Shape;
  readonly varied: readonly Parameters[];
  readonly repeated: readonly Parameters[];
}

/** Returns a workload for each shape. For the same pool, they are the same in every run. */
export function workloadsOf(shapes: readonly Shape[], pool: ParameterPool): Workload[] {
  return shapes.map((shape) => {
    const random = randomFrom(1);
    const varied = Array.from({ length: 400 }, () => shape.randomParameters(random, pool));
    return { shape, varied, repeated: varied.slice(0, 20) };
  });
}

/**
 * Measures all contestants in turns. Every round runs each shape and rotates the order of the contestants by one, so
 * that other load on the machine affects all of them alike. Results are medians of the rounds. A first round is not
 * counted, because V8 still optimizes hot code in it, and Postgres switches to generic plans.
 */
export async function measure(
  load: LoadGenerator,
  contestants: readonly Contestant[],
  workloads: readonly Workload[],
  { rounds, ...plan }: RunSchedule,
  log: (line: string) => void,
): Promise<ResultRow[]> {
  const samples = new Map<string, Sample[]>();
  const samplesOf = ({ name, cached }: Contestant, shape: Shape): Sample[] => {
    const key = `${name} ${cached} ${shape.name}`;
    const existing = samples.get(key) ?? [];
    samples.set(key, existing);
    return existing;
  };
  for (let round = 0; round <= rounds; round += 1) {
    log(round === 0 ? 'Warming up' : `Round ${round} of ${rounds}`);
    for (const { shape, varied, repeated } of workloads) {
      const rotated = contestants.map((_, at) => contestants[(at + round) % contestants.length] as Contestant);
      for (const contestant of rotated) {
        const bodies = (contestant.cached ? repeated : varied).map((parameters) => contestant.body(shape, parameters));
        const outcome = await load.run({ ...plan, port: contestant.port, path: contestant.path(shape), bodies });
        if (round > 0) samplesOf(contestant, shape).push({ ...outcome, rss: await contestant.rss() });
      }
    }
  }
  const series = contestants.flatMap((contestant) =>
    workloads.map(({ shape }) => ({
      contestant: contestant.name,
      shape: shape.name,
      cached: contestant.cached,
      samples: samplesOf(contestant, shape),
    })),
  );
  return resultRowsOf(series, plan.connections);
}
