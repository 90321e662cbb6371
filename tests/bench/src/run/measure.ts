import type { Load } from '../load/load.ts';
import { randomFrom } from '../register/random.ts';
import type { Material, Parameters, Shape } from '../shapes/shape.ts';
import type { Contestant } from './contestants.ts';
import { type Row, rowsOf, type Sample } from './rows.ts';

/** How a run is measured. */
export interface Plan {
  readonly rounds: number;
  readonly connections: number;
  /** In milliseconds. */
  readonly warmUp: number;
  readonly duration: number;
}

/** Questions of a shape: many for reading, few for remembering. */
export interface Questions {
  readonly shape: Shape;
  readonly varied: readonly Parameters[];
  readonly repeated: readonly Parameters[];
}

/** The questions of shapes, the same in every run. */
export function questionsOf(shapes: readonly Shape[], material: Material): Questions[] {
  return shapes.map((shape) => {
    const random = randomFrom(1);
    const varied = Array.from({ length: 400 }, () => shape.some(random, material));
    return { shape, varied, repeated: varied.slice(0, 20) };
  });
}

/**
 * Measures all contestants in turns: each shape in each round, the order of the contestants turned by one from round to
 * round, so that whatever else the machine does falls on all of them alike. What counts is the median of the rounds. A
 * round before them counts for nothing: in it V8 comes to know which code runs often, and Postgres which plans come again.
 */
export async function measure(
  load: Load,
  contestants: readonly Contestant[],
  questions: readonly Questions[],
  { rounds, ...plan }: Plan,
  log: (line: string) => void,
): Promise<Row[]> {
  const samples = new Map<string, Sample[]>();
  const samplesOf = ({ name, cached }: Contestant, shape: Shape): Sample[] => {
    const key = `${name} ${cached} ${shape.name}`;
    const known = samples.get(key) ?? [];
    samples.set(key, known);
    return known;
  };
  for (let round = 0; round <= rounds; round += 1) {
    log(round === 0 ? 'Warming up' : `Round ${round} of ${rounds}`);
    for (const { shape, varied, repeated } of questions) {
      const turned = contestants.map((_, at) => contestants[(at + round) % contestants.length] as Contestant);
      for (const contestant of turned) {
        const bodies = (contestant.cached ? repeated : varied).map((parameters) => contestant.body(shape, parameters));
        const outcome = await load.run({ ...plan, port: contestant.port, path: contestant.path(shape), bodies });
        if (round > 0) samplesOf(contestant, shape).push({ ...outcome, rss: await contestant.rss() });
      }
    }
  }
  const series = contestants.flatMap((contestant) =>
    questions.map(({ shape }) => ({
      contestant: contestant.name,
      shape: shape.name,
      cached: contestant.cached,
      samples: samplesOf(contestant, shape),
    })),
  );
  return rowsOf(series, plan.connections);
}
