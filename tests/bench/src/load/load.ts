import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { stopChild, waitForNextMessage } from '../run/child.ts';

/** What the load generator sends to one contestant for one shape, and for how long. */
export interface LoadRequest {
  readonly port: number;
  readonly path: string;
  /** The request bodies, which are sent in turn, from the first again after the last. */
  readonly bodies: readonly string[];
  /** The number of connections, each with one request at a time. */
  readonly connections: number;
  /** How long requests are sent before they are measured, in milliseconds. */
  readonly warmUp: number;
  /** How long requests are measured, in milliseconds. */
  readonly duration: number;
}

/** The measured requests per second, and the median and 99th percentile of response times in milliseconds. */
export interface LoadResult {
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
}

/** The load generator, which runs in its own process. */
export interface LoadGenerator {
  /** Sends requests and measures them. Rejects if one fails. Can measure one load at a time. */
  readonly run: (request: LoadRequest) => Promise<LoadResult>;
  readonly stop: () => Promise<void>;
}

/** Starts the load generator in a process of its own, which `stop` ends. */
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
