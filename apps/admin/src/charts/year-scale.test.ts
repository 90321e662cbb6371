import { expect, it } from '@jest/globals';
import { type ChartYear, firstYearIndex, gapsOf, yearScale } from './year-scale.ts';

const yearsOf = (values: readonly (number | null)[]): ChartYear[] =>
  values.map((value, at) => ({ year: 2000 + at, value, n: 1, reason: null }));

it('uses the fixed bounds of a measure, whatever the values', () => {
  expect(yearScale(yearsOf([0.2]), [-1, 1])).toEqual({ bottom: -1, top: 1, ticks: [-1, 0, 1] });
});

it('starts the axis of a count at 0 and extends it to the highest value in whole steps', () => {
  expect(yearScale(yearsOf([0, 3, null]))).toEqual({ bottom: 0, top: 4, ticks: [0, 2, 4] });
  expect(yearScale(yearsOf([57]))).toEqual({ bottom: 0, top: 100, ticks: [0, 50, 100] });
  expect(yearScale(yearsOf([null]))).toEqual({ bottom: 0, top: 2, ticks: [0, 1, 2] });
});

it('returns one gap for each run of years without a number', () => {
  expect(gapsOf(yearsOf([null, null, 1, null, 0, null]))).toEqual([
    { from: 0, to: 1 },
    { from: 3, to: 3 },
    { from: 5, to: 5 },
  ]);
});

it('starts all charts at the first year in which one of them has a number', () => {
  expect(firstYearIndex([yearsOf([null, null, 1]), yearsOf([null, 0, null])])).toBe(1);
  expect(firstYearIndex([yearsOf([null])])).toBe(0);
});
