// The entry point of the worker threads that compute statistics. Each has its own connections and caches its own data.
import { serialize } from 'node:v8';
import { threadId, workerData } from 'node:worker_threads';
import { createMeasureData } from '@chancery/reader';
import { move } from 'piscina';
import { limits } from '../../limits/limits.ts';
import { makeLog } from '../../log.ts';
import { poolOf } from '../../pools.ts';
import { poolOnEither } from '../../read-pool.ts';
import { createCompute } from './compute.ts';
import { type ThreadAnswer, toSentError } from './outcome.ts';
import type { ThreadSettings, ThreadTask } from './thread-task.ts';

const { reader, primary, logLevel, dataBytes } = workerData as ThreadSettings;
let isCacheable = true;
let readsPrimary = false;
const log = makeLog(logLevel);
const openPool = (url: string) => poolOf('reader', { reader: url }, log, limits.statistics.connections);
const data = createMeasureData({
  pool:
    primary === undefined ? openPool(reader) : poolOnEither(openPool(reader), openPool(primary), () => readsPrimary),
  maxBytes: dataBytes,
  onOtherFactsWithheld: () => {
    isCacheable = false;
  },
});
const compute = createCompute(data);

/**
 * Computes a statistic, one at a time in each thread. Returns a {@link ThreadAnswer} in the format of
 * `v8.serialize`, which is moved to the other thread without a copy.
 */
export async function runComputation({ begunAt, computation, cancelled, ...task }: ThreadTask): Promise<Uint8Array> {
  begunAt[0] = Date.now();
  isCacheable = true;
  readsPrimary = task.readsPrimary;
  try {
    const result = await compute(computation, () => {
      if (Atomics.load(cancelled, 0) !== 0) throw new Error('nobody waits for the result any more');
    });
    return sent({ result, isCacheable });
  } catch (error) {
    return sent({ error: toSentError(error) });
  }
}

function sent(outcome: ThreadAnswer['outcome']): Uint8Array {
  const answer: ThreadAnswer = { outcome, thread: threadId, cached: data.size() };
  return move(serialize(answer)) as Uint8Array;
}
