import type { Load, Outcome } from '../load/load.ts';
import type { Parameters, Shape } from '../shapes/shape.ts';
import type { Contestant } from './contestants.ts';

/** How a run is measured. */
export interface Plan {
  readonly rounds: number;
  readonly connections: number;
  /** In milliseconds. */
  readonly warmUp: number;
  readonly duration: number;
}

/** One line of the table. */
export interface Row {
  readonly contestant: string;
  readonly shape: string;
  readonly cached: boolean;
  readonly concurrency: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly rss: number;
  readonly ratioToLimit: number;
  readonly ratioToPostgraphile: number;
}

/** Questions of a shape: many for reading, few for remembering. */
export interface Questions {
  readonly shape: Shape;
  readonly varied: readonly Parameters[];
  readonly repeated: readonly Parameters[];
}

interface Measured extends Outcome {
  readonly rss: number;
}

/**
 * Measures all contestants in turns: each shape in each round, the order of the contestants turned by one from round to
 * round, so that whatever else the machine does falls on all of them alike. What counts is the median of the rounds.
 */
export async function measure(
  load: Load,
  contestants: readonly Contestant[],
  questions: readonly Questions[],
  { rounds, ...plan }: Plan,
  log: (line: string) => void,
): Promise<Row[]> {
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round += 1) {
    log(`Round ${round + 1} of ${rounds}`);
    for (const { shape, varied, repeated } of questions) {
      const turned = contestants.map((_, at) => contestants[(at + round) % contestants.length] as Contestant);
      for (const contestant of turned) {
        const bodies = (contestant.cached ? repeated : varied).map((parameters) => contestant.body(shape, parameters));
        const outcome = await load.run({ ...plan, port: contestant.port, path: contestant.path(shape), bodies });
        const key = keyOf(contestant, shape);
        results.set(key, [...(results.get(key) ?? []), { ...outcome, rss: await contestant.rss() }]);
      }
    }
  }
  const rps = (name: string, shape: Shape) =>
    median(results.get(keyOf({ name, cached: false }, shape)) ?? [], (outcome) => outcome.rps);
  return contestants.flatMap((contestant) =>
    questions.map(({ shape }) => {
      const measured = results.get(keyOf(contestant, shape)) ?? [];
      const own = median(measured, (outcome) => outcome.rps);
      return {
        contestant: contestant.name,
        shape: shape.name,
        cached: contestant.cached,
        concurrency: plan.connections,
        rps: own,
        p50: median(measured, (outcome) => outcome.p50),
        p99: median(measured, (outcome) => outcome.p99),
        rss: Math.max(...measured.map((outcome) => outcome.rss)),
        ratioToLimit: own / rps('hand-written', shape),
        ratioToPostgraphile: own / rps('postgraphile', shape),
      };
    }),
  );
}

function keyOf({ name, cached }: { name: string; cached: boolean }, shape: Shape): string {
  return `${name} ${cached} ${shape.name}`;
}

function median(measured: readonly Measured[], value: (measured: Measured) => number): number {
  const sorted = measured.map(value).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
