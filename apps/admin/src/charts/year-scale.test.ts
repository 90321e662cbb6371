import { expect, it } from '@jest/globals';
import { type ChartYear, gapsOf, shownFrom, yearScale } from './year-scale.ts';

const yearsOf = (values: readonly (number | null)[]): ChartYear[] =>
  values.map((value, at) => ({ year: 2000 + at, value, n: 1, reason: null }));

it('a measure with ends of its own keeps them, whatever was found', () => {
  expect(yearScale(yearsOf([0.2]), [-1, 1])).toEqual({ bottom: -1, top: 1, ticks: [-1, 0, 1] });
});

it('a count begins at 0 and reaches as high as it must, in whole steps', () => {
  expect(yearScale(yearsOf([0, 3, null]))).toEqual({ bottom: 0, top: 4, ticks: [0, 2, 4] });
  expect(yearScale(yearsOf([57]))).toEqual({ bottom: 0, top: 100, ticks: [0, 50, 100] });
  expect(yearScale(yearsOf([null]))).toEqual({ bottom: 0, top: 2, ticks: [0, 1, 2] });
});

it('years without a number are gaps, one for each run of them', () => {
  expect(gapsOf(yearsOf([null, null, 1, null, 0, null]))).toEqual([
    { from: 0, to: 1 },
    { from: 3, to: 3 },
    { from: 5, to: 5 },
  ]);
});

it('charts begin where the first of them has a number', () => {
  expect(shownFrom([yearsOf([null, null, 1]), yearsOf([null, 0, null])])).toBe(1);
  expect(shownFrom([yearsOf([null])])).toBe(0);
});
