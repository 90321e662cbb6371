import type { PricedOperation } from './priced-operations.ts';

/** Sends an operation to the public endpoint. */
export type Ask = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<{
  readonly errors: readonly { readonly message: string }[];
  readonly extensions: Readonly<Record<string, unknown>>;
}>;

/** The price of an operation and the time that it takes. */
export interface TimedOperation {
  readonly description: string;
  readonly points: number;
  /** The shortest time of an uncached response: other work on the machine only adds to it. */
  readonly milliseconds: number;
}

/**
 * Runs the operations in turns, one at a time, in the runs from `from` to before `to`, and returns the price and the
 * shortest time of each.
 * @throws Error when a response has an error.
 */
export async function timeOperations(
  operations: readonly PricedOperation[],
  ask: Ask,
  { from = 0, to }: { readonly from?: number; readonly to: number },
): Promise<readonly TimedOperation[]> {
  const timed = operations.map(({ description }) => ({
    description,
    points: 0,
    milliseconds: Number.POSITIVE_INFINITY,
  }));
  for (let run = from; run < to; run += 1) {
    for (const [at, { description, query, variables }] of operations.entries()) {
      const began = performance.now();
      const { errors, extensions } = await ask(query, variables(run));
      const milliseconds = performance.now() - began;
      if (errors[0]) throw new Error(`${description}: ${errors[0].message}`);
      const { points } = extensions.cost as { points: number };
      timed[at] = {
        description,
        points,
        milliseconds: Math.min(milliseconds, timed[at]?.milliseconds ?? milliseconds),
      };
    }
  }
  return timed;
}
