import { availableParallelism } from 'node:os';
import type { CacheSize } from '@chancery/reader';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { apiError } from '../../errors.ts';
import type { HeadWatch } from '../../head-watch.ts';
import { limits } from '../../limits/limits.ts';
import type { Computation, ComputationKind, ResultOf } from './computation.ts';
import { createComputationQueue, type Lane } from './computation-queue.ts';
import { createFlight, type Flight } from './flight.ts';
import type { ComputedResult } from './outcome.ts';
import type { ThreadSettings } from './thread-task.ts';
import { createThreads, type SizedResult } from './threads.ts';

/** How a request waits for a computation. */
export interface WaitOptions {
  readonly lane: Lane;
  /** Aborted when the client has disconnected. */
  readonly signal: AbortSignal;
  /** The seconds to wait for a thread. By default `limits.statistics.secondsToWait`. */
  readonly secondsToWait?: number;
}

/** Why a request was refused: the queue was full, it waited too long for a thread, or the computation took too long. */
export type Refusal = 'full' | 'waited' | 'timeout';

/** Receives what happens to computations, for metrics. */
export interface ComputationObserver {
  readonly onRefused: (reason: Refusal) => void;
  /** Called when a thread has finished a computation, with or without success. */
  readonly onComputed: (kind: ComputationKind, seconds: number) => void;
}

/** The computations of this process at the moment. */
export interface ComputationLoad {
  readonly waiting: number;
  readonly running: number;
}

/** Computes statistics in worker threads, each once for all requests that ask for it. */
export interface Computations {
  /**
   * Computes a statistic, or returns its cached result. Callers must not change the result: others receive it too.
   * @throws GraphQLError as the computation does; RETRYABLE if there is no thread in time or the client has
   * disconnected; TIMEOUT if the computation takes too long.
   */
  readonly compute: <Each extends Computation>(
    computation: Each,
    options: WaitOptions,
  ) => Promise<ComputedResult<ResultOf<Each['kind']>>>;
  readonly load: () => ComputationLoad;
  /** Returns the sizes of the caches of results and of data. */
  readonly cacheSizes: () => CacheSize[];
  readonly observe: (observer: ComputationObserver) => void;
  readonly stop: () => Promise<void>;
}

/** The limits that a test may change; by default those of `limits.statistics`. */
export interface ComputationLimits {
  readonly threads?: number;
  readonly waiting?: number;
  readonly secondsToWait?: number;
  readonly secondsToCompute?: number;
}

/** Where the data of statistics are read. */
export interface ComputationReads extends Pick<ThreadSettings, 'reader' | 'primary'> {
  readonly head: HeadWatch;
}

const { minThreads, maxThreads, resultBytes } = limits.statistics;

/** Creates the threads and the queue in front of them. */
export function createComputations(
  { head, reader, primary }: ComputationReads,
  log: Logger,
  {
    threads: max = Math.min(maxThreads, Math.max(minThreads, availableParallelism() - 1)),
    waiting = limits.statistics.waiting,
    secondsToWait: defaultWait = limits.statistics.secondsToWait,
    secondsToCompute = limits.statistics.secondsToCompute,
  }: ComputationLimits = {},
): Computations {
  const threads = createThreads(
    { reader, primary, logLevel: log.level },
    { max, milliseconds: secondsToCompute * 1_000, log },
  );
  const queue = createComputationQueue(max, waiting);
  const flights = new Map<string, Flight<SizedResult>>();
  const results = new LRUCache<string, SizedResult>({
    maxSize: resultBytes,
    // In memory, a result takes about twice the bytes in which it is sent.
    sizeCalculation: ({ bytes }, key) => bytes * 2 + key.length * 2 + 512,
  });
  const observers: ComputationObserver[] = [];
  const refused = (reason: Refusal, message: string) => {
    for (const { onRefused } of observers) onRefused(reason);
    return apiError('RETRYABLE', `${message} Try again in a second.`);
  };

  // The desk, which withholds nothing, reads the primary: a replica may lack its revisions.
  const readsPrimary = ({ request: { view } }: Computation) =>
    view.withheld === null || head.reads().problem !== undefined;

  const run = async (key: string, computation: Computation, cancelled: Int32Array): Promise<SizedResult> => {
    const begin = performance.now();
    try {
      const result = await threads.compute({ computation, cancelled, readsPrimary: readsPrimary(computation) });
      // The parts of files are large, and complete files are cached elsewhere.
      if (result.isCacheable && computation.kind !== 'filePart') results.set(key, result);
      return result;
    } catch (error) {
      if (error instanceof GraphQLError && error.extensions.code === 'TIMEOUT')
        for (const { onRefused } of observers) onRefused('timeout');
      throw error;
    } finally {
      for (const { onComputed } of observers) onComputed(computation.kind, (performance.now() - begin) / 1_000);
    }
  };

  const start = (key: string, computation: Computation, lane: Lane): Flight<SizedResult> => {
    const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const flight = createFlight(() => run(key, computation, cancelled));
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flights.set(key, flight);
    const remove = queue.add(lane, () => flight.start().finally(forget));
    if (!remove) {
      forget();
      throw refused('full', 'Too many statistics are waiting to be computed at the moment.');
    }
    flight.onAbandoned(() => {
      remove();
      forget();
      Atomics.store(cancelled, 0, 1);
    });
    return flight;
  };

  return {
    compute: async <Each extends Computation>(
      computation: Each,
      { lane, signal, secondsToWait = defaultWait }: WaitOptions,
    ) => {
      const key = JSON.stringify(computation);
      const cached = results.get(key);
      if (cached) return cached as ComputedResult<ResultOf<Each['kind']>>;
      const flight = flights.get(key) ?? start(key, computation, lane);
      const result = await flight.join({
        signal,
        milliseconds: secondsToWait * 1_000,
        lateError: () =>
          threads.isStarting()
            ? undefined
            : refused('waited', 'The server is busy with other statistics at the moment.'),
        leftError: () => apiError('RETRYABLE', 'The client has disconnected.'),
      });
      return result as ComputedResult<ResultOf<Each['kind']>>;
    },
    load: () => ({ waiting: queue.waiting(), running: queue.running() }),
    cacheSizes: () => [
      { name: 'statistics', entries: results.size, bytes: results.calculatedSize, maxBytes: resultBytes },
      threads.cacheSize(),
    ],
    observe: (observer) => void observers.push(observer),
    stop: () => threads.stop(),
  };
}
