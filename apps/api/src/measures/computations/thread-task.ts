import type { Computation } from './computation.ts';

/** The data with which a thread starts. */
export interface ThreadSettings {
  /** The URL of the login that can only read the register. */
  readonly reader: string;
  /** The URL of the same login on the primary, if `reader` is the URL of a replica. */
  readonly primary: string | undefined;
  readonly logLevel: string;
  /** The maximum bytes of the data that this thread caches. */
  readonly dataBytes: number;
}

/** The input of a computation in a thread. */
export interface ThreadTask {
  readonly computation: Computation;
  /** True to read the primary although there is a replica. */
  readonly readsPrimary: boolean;
  /** Shared memory: not 0 once nobody waits for the result any more. */
  readonly cancelled: Int32Array;
  /** Shared memory: the time at which the thread began, as `Date.now` gives it; 0 before. */
  readonly begunAt: Float64Array;
}
