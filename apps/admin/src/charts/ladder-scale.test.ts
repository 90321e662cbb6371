import { describe, expect, it } from '@jest/globals';
import { ladderScale } from './ladder-scale.ts';

describe('ladderScale', () => {
  it('includes years without events, up to the year of the page', () => {
    const scale = ladderScale([{ year: 2000, cooperation: 8, conflict: 0, n: 1 }], 2026);
    expect(scale.years).toHaveLength(27);
    expect(scale.years[0]).toEqual({ year: 2000, cooperation: 8, conflict: 0, n: 1 });
    expect(scale.years.at(-1)).toEqual({ year: 2026, cooperation: 0, conflict: 0, n: 0 });
  });

  it('uses the same unit above and below the line, and leaves room below it if there is no conflict', () => {
    const { top, bottom, ticks } = ladderScale([{ year: 2019, cooperation: 15.7, conflict: 0, n: 4 }], 2020);
    expect([top, bottom]).toEqual([20, 5]);
    expect(ticks).toEqual([-5, 0, 5, 10, 15, 20]);
  });

  it.each([
    [0.5, 0],
    [8.3, 9.2],
    [22, 4],
    [130, 60],
    [3, 400],
  ])('has ticks at both ends and at 0 for cooperation %d and conflict %d', (cooperation, conflict) => {
    const { top, bottom, ticks } = ladderScale([{ year: 2019, cooperation, conflict, n: 4 }], 2020);
    expect(top).toBeGreaterThanOrEqual(cooperation);
    expect(bottom).toBeGreaterThanOrEqual(conflict);
    expect([ticks[0], ticks.at(-1)]).toEqual([-bottom, top]);
    expect(ticks).toContain(0);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });

  it('returns events without a date separately', () => {
    const undated = { year: null, cooperation: 1, conflict: 2, n: 2 };
    expect(ladderScale([undated], 2020)).toMatchObject({ undated, top: 1, bottom: 2 });
  });

  it('accepts an empty list', () => {
    expect(ladderScale([], 2020)).toMatchObject({ undated: undefined, top: 1, bottom: 1 });
  });
});
