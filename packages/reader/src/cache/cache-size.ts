/** The fill of a cache, for metrics. Bytes are estimates: see {@link cacheBytes} for how much they may add up to. */
export interface CacheSize {
  /** Tells the caches of one process apart, such as `plans`. */
  readonly name: string;
  readonly entries: number;
  readonly bytes: number;
  readonly maxBytes: number;
}
