import { describe, expect, it } from '@jest/globals';
import { likeness, plainName } from './plain-name.ts';

describe('plainName and likeness', () => {
  it.each([
    ['The Gambia', 'Gambia'],
    ['Côte d’Ivoire', "COTE D'IVOIRE"],
    ['Trinidad & Tobago', 'Trinidad and Tobago'],
    ['St. Lucia', 'Saint Lucia'],
    ['Łódź Group', 'Lodz  group'],
    ['Organization of American States (OAS)', 'organization of the american states, OAS'],
    ['Ｔｏｎｇａ', 'Tonga'],
  ])('%s equals %s', (a, b) => expect(plainName(a)).toBe(plainName(b)));

  it('a name of stop words only keeps them', () => expect(plainName('The And')).toBe('the and'));

  it.each([
    ['Congo, Republic of', 'Republic of the Congo', 0.95],
    ['Wurttemberg', 'Wuerttemburg', 0.86],
    ['Niger', 'Nigeria', 0.8],
    ['Iran', 'Chad', 0],
  ])('the likeness of %s and %s is %d', (a, b, expected) =>
    expect(likeness(plainName(a), plainName(b))).toBeCloseTo(expected, 2),
  );

  it('a minimum never changes a likeness that reaches it', () => {
    const names = ['congo', 'republic congo', 'niger', 'nigeria', 'wurttemberg', 'wuerttemburg', 'a', ''];
    for (const a of names)
      for (const b of names) {
        const exact = likeness(a, b);
        expect([exact < 0.75 ? [0, exact] : [exact], likeness(a, b)]).toEqual([
          expect.arrayContaining([likeness(a, b, 0.75)]),
          exact,
        ]);
      }
  });
});
