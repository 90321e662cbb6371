import { describe, expect, it } from '@jest/globals';
import { resultRowsOf, type Series } from '../../bench/src/run/rows.ts';
import { targetsOf } from '../../bench/src/run/table.ts';

const series = (contestant: string, shape: string, rates: readonly number[], cached = false): Series => ({
  contestant,
  shape,
  cached,
  samples: rates.map((rps, at) => ({ rps, p50: 10 / rps, p99: 100 / rps, rss: 1_000 * (at + 1) })),
});

const measured = [
  series('hand-written', 'Q2', [100, 1, 1_000]),
  series('postgraphile', 'Q2', [20, 30, 10, 40]),
  series('chancery', 'Q2', [95, 96, 94]),
  series('chancery', 'Q2', [500], true),
];

describe('the benchmark', () => {
  it('takes the median of the turns and the maximum of the memory', () => {
    const [handWritten, postgraphile] = resultRowsOf(measured, 8);
    expect(handWritten).toMatchObject({ rps: 100, p50: 0.1, p99: 1, rss: 3_000, concurrency: 8 });
    expect(postgraphile).toMatchObject({ rps: 25, rss: 4_000 });
  });

  it('divides every rate by those of hand-written SQL and PostGraphile for the same shape', () => {
    const [, , chancery, cached] = resultRowsOf(measured, 8);
    expect(chancery).toMatchObject({ cached: false, ratioToLimit: 0.95, ratioToPostgraphile: 3.8 });
    expect(cached).toMatchObject({ cached: true, ratioToLimit: 5, ratioToPostgraphile: 20 });
  });

  it('throws when the contestant to compare with was not measured', () => {
    expect(() => resultRowsOf([series('chancery', 'Q3', [1])], 8)).toThrow('hand-written was not measured at Q3');
  });

  it('compares targets with uncached responses, not with cached ones', () => {
    expect(targetsOf(resultRowsOf(measured, 8))).toEqual([
      { label: 'Q2, rate relative to PostGraphile', actual: 3.8, minimum: 3 },
      { label: 'Q2, rate relative to hand-written SQL', actual: 0.95, minimum: 0.9 },
    ]);
  });
});
