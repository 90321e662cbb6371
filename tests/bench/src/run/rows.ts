/** What one turn of a contestant at a shape came to: requests a second, milliseconds, bytes. */
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
  /** Whether the contestant keeps answers. */
  readonly cached: boolean;
  readonly samples: readonly Sample[];
}

/** One line of the table: medians of the turns, and the most memory that was held. */
export interface Row extends Sample {
  readonly contestant: string;
  readonly shape: string;
  readonly cached: boolean;
  /** Connections that asked at the same time. */
  readonly concurrency: number;
  /** Requests a second, divided by those of the hand-written statement at the same shape. */
  readonly ratioToLimit: number;
  /** The same to PostGraphile. */
  readonly ratioToPostgraphile: number;
}

/**
 * The table of what was measured.
 * @throws Error where nobody measured what the ratios are taken to.
 */
export function rowsOf(measured: readonly Series[], concurrency: number): Row[] {
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

/** The middle of values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
