import { describe, expect, it } from '@jest/globals';
import { compareNames, samePlaceName } from './compare-names.ts';

describe('names', () => {
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
  ])('%s and %s: %s', (one, other, expected) => {
    expect(compareNames([one], [other])).toBe(expected);
    expect(compareNames([other], [one])).toBe(expected);
  });

  it('the best of several counts, and none is like nothing', () => {
    expect(compareNames(['Lion', 'Blue Danube'], ['Tiger', 'Danube Blue', 'blue danube'])).toBe('same');
    expect(compareNames([], ['Blue Danube'])).toBe('other');
  });
});

it.each([
  ['Buzau, southeastern Romania', 'BUZAU (Romania)', true],
  ['Philippines', 'Clark air base, Philippines', true],
  ['Kuwait', 'Qatar', false],
  ['', 'Qatar', false],
])('“%s” and “%s” are one place: %s', (one, other, expected) => expect(samePlaceName(one, other)).toBe(expected));
