import { expect, it } from '@jest/globals';
import { allianceScales } from './alliance-scales.ts';
import { portfolios } from './portfolio.ts';

it('uses the strongest of several ties and ignores states outside the system', () => {
  const result = portfolios(
    ['a', 'b'],
    [
      { from: 'a', to: 'b', place: 1 },
      { from: 'a', to: 'b', place: 2 },
      { from: 'a', to: 'c', place: 3 },
      { from: 'c', to: 'b', place: 3 },
    ],
    3,
  );
  expect([...result].map(([state, ties]) => [state, ...ties])).toEqual([
    ['a', 3, 2],
    ['b', 0, 3],
  ]);
});

it('ranks consultation below non-aggression on the COW scale and above it on the ATOP scale', () => {
  const { BINARY, COW_VALUED, ATOP_VALUED } = allianceScales;
  const placesOf = (obligation: string) => [BINARY, COW_VALUED, ATOP_VALUED].map(({ placeOf }) => placeOf(obligation));
  expect(placesOf('CONSULTATION')).toEqual([1, 1, 2]);
  expect(placesOf('NONAGGRESSION')).toEqual([1, 2, 1]);
  expect(placesOf('DEFENSE')).toEqual([1, 3, 3]);
});

it('throws for an unknown kind of obligation', () => {
  expect(() => allianceScales.BINARY.placeOf('FRIENDSHIP')).toThrow(/no level for the obligation FRIENDSHIP/);
});
