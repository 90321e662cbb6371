import { deserialize } from 'node:v8';
import { type CacheSize, cacheBytes } from '@chancery/reader';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { apiError } from '../../errors.ts';
import { limits } from '../../limits/limits.ts';
import { isOutOfMemory, threadModule } from '../../threads.ts';
import { type ComputedResult, fromSentError, type ThreadAnswer } from './outcome.ts';
import type { ThreadSettings, ThreadTask } from './thread-task.ts';

/** The result of a computation, with its size in bytes on its way between threads. */
export interface SizedResult extends ComputedResult {
  readonly bytes: number;
}

/** Threads that compute statistics off the event loop that serves requests. */
export interface Threads {
  /**
   * Computes a statistic in a thread. The caller runs no more of them at once than there are threads. A computation
   * stops early once `cancelled` is not 0.
   * @throws GraphQLError as the computation does, and TIMEOUT when it takes longer than the limit or needs too much
   * memory. Its thread is then replaced.
   */
  readonly compute: (task: Omit<ThreadTask, 'begunAt'>) => Promise<SizedResult>;
  /** True while a computation waits for its thread to start, which on a busy machine takes seconds. */
  readonly isStarting: () => boolean;
  /** Returns the size of the data that all threads cache, as of the last computation of each. */
  readonly cacheSize: () => CacheSize;
  /** Ends all threads. Computations that still run fail. */
  readonly stop: () => Promise<void>;
}

const { heapMb, secondsIdle, secondsToStart } = limits.statistics;

/** Creates at most `max` threads, each on demand. `milliseconds` is the time that a computation may take. */
export function createThreads(
  settings: Omit<ThreadSettings, 'dataBytes'>,
  { max, milliseconds, log }: { readonly max: number; readonly milliseconds: number; readonly log: Logger },
): Threads {
  const workerData: ThreadSettings = { ...settings, dataBytes: Math.floor(cacheBytes.measureData / max) };
  const pool = new Piscina({
    ...threadModule(import.meta.dirname, 'worker'),
    name: 'runComputation',
    workerData,
    minThreads: 0,
    maxThreads: max,
    concurrentTasksPerWorker: 1,
    idleTimeout: secondsIdle * 1_000,
    // An idle thread must hear of lost connections.
    atomics: 'disabled',
    // Only Linux has priorities of threads; elsewhere this would slow down the whole process.
    niceIncrement: process.platform === 'linux' ? 5 : 0,
    resourceLimits: { maxOldGenerationSizeMb: heapMb.old, maxYoungGenerationSizeMb: heapMb.young },
  });
  pool.on('error', (error: unknown) => log.error({ err: error }, 'a thread that computes statistics has failed'));
  const inProgress = new Set<Float64Array>();
  const cachedIn = new Map<number, CacheSize>();
  return {
    compute: async (input) => {
      const begunAt = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
      inProgress.add(begunAt);
      const task: ThreadTask = { ...input, begunAt };
      const timeout = new AbortController();
      // The start of a thread has a limit of its own.
      const startLimit = Date.now() + secondsToStart * 1_000;
      const check = () => {
        const [begun = 0] = begunAt;
        const left = (begun === 0 ? startLimit : begun + milliseconds) - Date.now();
        if (left > 0) timer = setTimeout(check, Math.min(left, milliseconds));
        else timeout.abort();
      };
      let timer = setTimeout(check, milliseconds);
      try {
        const bytes = (await pool.run(task, { signal: timeout.signal })) as Uint8Array;
        const { outcome, thread, cached } = deserialize(bytes) as ThreadAnswer;
        cachedIn.set(thread, cached);
        if ('error' in outcome) throw fromSentError(outcome.error);
        return { ...outcome, bytes: bytes.byteLength };
      } catch (error) {
        if (isOutOfMemory(error)) {
          log.error(
            { err: error, kind: input.computation.kind },
            'a thread that computes statistics ran out of memory',
          );
          throw apiError('TIMEOUT', 'The statistic needs more memory than is allowed. Request fewer years at once.');
        }
        if (!timeout.signal.aborted) throw error;
        throw apiError(
          'TIMEOUT',
          `The statistic took longer than ${milliseconds / 1_000} seconds to compute. Request fewer years at once, or try again when the server is less busy.`,
        );
      } finally {
        clearTimeout(timer);
        inProgress.delete(begunAt);
      }
    },
    isStarting: () => [...inProgress].some(([begun]) => begun === 0),
    cacheSize: () => {
      const alive = new Set(pool.threads.map(({ threadId }) => threadId));
      for (const thread of cachedIn.keys()) if (!alive.has(thread)) cachedIn.delete(thread);
      const sizes = [...cachedIn.values()];
      return {
        name: 'measure data',
        entries: sizes.reduce((sum, { entries }) => sum + entries, 0),
        bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
        maxBytes: cacheBytes.measureData,
      };
    },
    stop: () => pool.destroy(),
  };
}
