import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { childEnded, nextMessage } from '../run/child.ts';

/** What a load is made of. */
export interface Order {
  readonly port: number;
  readonly path: string;
  readonly bodies: readonly string[];
  readonly connections: number;
  /** In milliseconds. */
  readonly warmUp: number;
  readonly duration: number;
}

/** What came of it: requests a second, and how long they took in milliseconds. */
export interface Outcome {
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
}

/** The process that asks. */
export interface Load {
  readonly run: (order: Order) => Promise<Outcome>;
  readonly stop: () => Promise<void>;
}

/** Starts the process that asks. */
export function startLoad(): Load {
  const child: ChildProcess = fork(join(import.meta.dirname, 'generator.mjs'), { execArgv: [] });
  return {
    run: async (order) => {
      child.send(order);
      const outcome = (await nextMessage(child)) as Outcome & { failure?: string };
      if (outcome.failure !== undefined) throw new Error(outcome.failure);
      return outcome;
    },
    stop: () => childEnded(child),
  };
}
