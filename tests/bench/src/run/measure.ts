import type { LoadGenerator } from '../load/load.ts';
import { randomFrom } from '../register/random.ts';
import type { ParameterPool, Parameters, Shape } from '../shapes/shape.ts';
import type { Contestant } from './contestants.ts';
import { type ResultRow, rowsOf, type Sample } from './rows.ts';

/** The parameters of a run. */
export interface RunSchedule {
  readonly rounds: number;
  readonly connections: number;
  /** Warm-up and duration of each turn, in milliseconds. */
  readonly warmUp: number;
  readonly duration: number;
}

/** The parameter sets of a shape: many for uncached requests, few for cached ones. */
export interface Workload {
  readonly shape: Shape;
  readonly varied: readonly Parameters[];
  readonly repeated: readonly Parameters[];
}

/** Returns the workloads of shapes, the same in every run. */
export function workloadsOf(shapes: readonly Shape[], pool: ParameterPool): Workload[] {
  return shapes.map((shape) => {
    const random = randomFrom(1);
    const varied = Array.from({ length: 400 }, () => shape.randomParameters(random, pool));
    return { shape, varied, repeated: varied.slice(0, 20) };
  });
}

/**
 * Measures all contestants in turns. Every round runs each shape, with the order of the contestants rotated by one, so that
 * other load on the machine affects all of them alike. Results are medians of the rounds. A first round is not counted: in
 * it V8 optimizes hot code, and Postgres switches to generic plans.
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
  return rowsOf(series, plan.connections);
}
