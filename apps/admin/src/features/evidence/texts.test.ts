import { expect, it } from '@jest/globals';
import { texts } from './texts.tsx';

it.each([
  [3, 1, false, '3 supporting citations, 1 disputing citation'],
  [1, 0, false, '1 supporting citation'],
  [0, 2, false, '2 disputing citations'],
  [5, 2, true, 'At least 5 supporting citations, and at least 2 disputing citations'],
])('%d supporting and %d disputing citations, cut: %s', (supports, disputes, isCut, words) =>
  expect(texts.stances(supports, disputes, isCut)).toBe(words),
);
