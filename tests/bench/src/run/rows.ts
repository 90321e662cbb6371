/**
 * The measurements of one turn of a contestant at a shape: requests per second, the median and 99th percentile of
 * response times in milliseconds, and resident memory in bytes.
 */
export interface Sample {
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly rss: number;
}

/** All turns of a contestant at a shape. */
export interface Series {
  readonly contestant: string;
  readonly shape: string;
  /** True if the contestant has a response cache. */
  readonly cached: boolean;
  readonly samples: readonly Sample[];
}

/** A row of the results of a contestant at a shape: the medians of its turns, and the maximum of its memory. */
export interface ResultRow extends Sample {
  readonly contestant: string;
  readonly shape: string;
  readonly cached: boolean;
  /** The number of concurrent connections. */
  readonly concurrency: number;
  /** Requests per second divided by those of hand-written SQL for the same shape. */
  readonly ratioToLimit: number;
  /** Requests per second divided by those of PostGraphile for the same shape. */
  readonly ratioToPostgraphile: number;
}

/**
 * Returns one result row for each series, in the same order.
 * @throws Error when hand-written SQL or PostGraphile was not measured for a shape.
 */
export function resultRowsOf(measured: readonly Series[], concurrency: number): ResultRow[] {
  const rate = ({ samples }: Series) => median(samples.map(({ rps }) => rps));
  const rateOf = (contestant: string, shape: string) => {
    const found = measured.find((series) => series.contestant === contestant && series.shape === shape);
    if (!found) throw new Error(`${contestant} was not measured at ${shape}`);
    return rate(found);
  };
  return measured.map((series) => {
    const { contestant, shape, cached, samples } = series;
    return {
      contestant,
      shape,
      cached,
      concurrency,
      rps: rate(series),
      p50: median(samples.map(({ p50 }) => p50)),
      p99: median(samples.map(({ p99 }) => p99)),
      rss: Math.max(...samples.map(({ rss }) => rss)),
      ratioToLimit: rate(series) / rateOf('hand-written', shape),
      ratioToPostgraphile: rate(series) / rateOf('postgraphile', shape),
    };
  });
}

/** Returns the median, which is the mean of the middle two for an even number of values, and NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
