import { expect, it } from '@jest/globals';
import { pixelScale } from './pixel-scale.ts';

it('maps the ends of the values to the ends of the pixels and rounds to tenths', () => {
  const yOf = pixelScale([-1, 1], [112, 8]);
  expect([-1, 0, 1, 1 / 3].map(yOf)).toEqual([112, 60, 8, 42.7]);
});
