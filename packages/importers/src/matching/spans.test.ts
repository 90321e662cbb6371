import { describe, expect, it } from '@jest/globals';
import { mayBeSame, overlaps, spanOf } from './spans.ts';

describe('times', () => {
  it.each([
    ['1945/..', '1945-10-24/..', true],
    ['1945-10-24/..', '1945/..', true],
    ['1950/1960', '1950-03/1960-12-31', true],
    ['1950/1960', '1950/..', false],
    ['1950/', '1950/1960', true],
    ['1946/..', '1945-10-24/..', false],
    ['2019', '2019-09-02', true],
  ])('%s may be the same as %s: %s', (a, b, expected) => expect(mayBeSame(a, b)).toBe(expected));

  it.each([
    ['1950/1960', '1960-06/..', true],
    ['1950/1959', '1960/..', false],
    ['../1900', undefined, true],
  ])('%s overlaps %s: %s', (a, b, expected) => expect(overlaps(spanOf(a), spanOf(b))).toBe(expected));
});
