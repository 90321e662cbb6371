import { describe, expect, it } from '@jest/globals';
import { likeness, plainName } from './plain-name.ts';

describe('names as they are compared', () => {
  it.each([
    ['The Gambia', 'Gambia'],
    ['Côte d’Ivoire', "COTE D'IVOIRE"],
    ['Trinidad & Tobago', 'Trinidad and Tobago'],
    ['St. Lucia', 'Saint Lucia'],
    ['Łódź Group', 'Lodz  group'],
    ['Organization of American States (OAS)', 'organization of the american states, OAS'],
    ['Ｔｏｎｇａ', 'Tonga'],
  ])('%s is %s', (one, other) => expect(plainName(one)).toBe(plainName(other)));

  it('what is of small words alone is kept', () => expect(plainName('The And')).toBe('the and'));

  it.each([
    ['Congo, Republic of', 'Republic of the Congo', 0.95],
    ['Wurttemberg', 'Wuerttemburg', 0.86],
    ['Niger', 'Nigeria', 0.8],
    ['Iran', 'Chad', 0],
  ])('%s and %s are alike to %d', (one, other, expected) =>
    expect(likeness(plainName(one), plainName(other))).toBeCloseTo(expected, 2),
  );
});
