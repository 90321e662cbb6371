import { describe, expect, it } from '@jest/globals';
import { compareNames, isSamePlaceName } from './compare-names.ts';

describe('compareNames', () => {
  it.each([
    ['Blue Danube', 'BLUE-DANUBE', 'same'],
    ['Blue Danube', 'Exercise “Blue Danube”', 'same'],
    ['Blue Danube 2004', 'Blue Danube 04', 'same'],
    ['Blue Danube', 'Blue Danube 2004', 'alike'],
    ['Joint Blue Danube', 'Blue Danube', 'alike'],
    ['Blue Danube', 'Blue Danub', 'alike'],
    ['Blue Danube 2002', 'Blue Danube 2004', 'other'],
    ['Readex 1-80', 'Readex 2-80', 'other'],
    ['Readex 1-80', 'Readex 80', 'alike'],
    ['Blue Danube', 'Red Flag', 'other'],
    ['Exercise', 'exercise', 'same'],
    ['', 'Blue Danube', 'other'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareNames([a], [b])).toBe(expected);
    expect(compareNames([b], [a])).toBe(expected);
  });

  it('the best pair counts, and an empty list is like no other', () => {
    expect(compareNames(['Lion', 'Blue Danube'], ['Tiger', 'Danube Blue', 'blue danube'])).toBe('same');
    expect(compareNames([], ['Blue Danube'])).toBe('other');
  });
});

it.each([
  ['Buzau, southeastern Romania', 'BUZAU (Romania)', true],
  ['Philippines', 'Clark air base, Philippines', true],
  ['Kuwait', 'Qatar', false],
  ['', 'Qatar', false],
])('“%s” and “%s” are the same place: %s', (a, b, expected) => expect(isSamePlaceName(a, b)).toBe(expected));
