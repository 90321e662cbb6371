import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { stopChild, waitForNextMessage } from '../run/child.ts';

/** The load on one contestant for one shape. */
export interface LoadRequest {
  readonly port: number;
  readonly path: string;
  readonly bodies: readonly string[];
  readonly connections: number;
  /** How long requests are sent before they are measured, in milliseconds. */
  readonly warmUp: number;
  /** How long requests are measured, in milliseconds. */
  readonly duration: number;
}

/** The measured load: requests per second, and response times in milliseconds. */
export interface LoadResult {
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
}

/** The load generator, which runs in its own process. */
export interface LoadGenerator {
  /** Sends the requests and measures them. Rejects if one fails. */
  readonly run: (request: LoadRequest) => Promise<LoadResult>;
  readonly stop: () => Promise<void>;
}

/** Starts the load generator. */
export function startLoadGenerator(): LoadGenerator {
  const child: ChildProcess = fork(join(import.meta.dirname, 'generator.mjs'), { execArgv: [] });
  return {
    run: async (request) => {
      child.send(request);
      const outcome = (await waitForNextMessage(child)) as LoadResult & { failure?: string };
      if (outcome.failure !== undefined) throw new Error(outcome.failure);
      return outcome;
    },
    stop: () => stopChild(child),
  };
}
