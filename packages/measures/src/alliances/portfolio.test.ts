import { expect, it } from '@jest/globals';
import { allianceScales } from './alliance-scales.ts';
import { portfolios } from './portfolio.ts';

it('of several ties the strongest counts, and who is not in the system is left out', () => {
  const made = portfolios(
    ['a', 'b'],
    [
      { from: 'a', to: 'b', place: 1 },
      { from: 'a', to: 'b', place: 2 },
      { from: 'a', to: 'c', place: 3 },
      { from: 'c', to: 'b', place: 3 },
    ],
    3,
  );
  expect([...made].map(([state, ties]) => [state, ...ties])).toEqual([
    ['a', 3, 2],
    ['b', 0, 3],
  ]);
});

it('consultation stands below non-aggression with the Correlates of War, and above it in ATOP', () => {
  const { BINARY, COW_VALUED, ATOP_VALUED } = allianceScales;
  const placed = (obligation: string) => [BINARY, COW_VALUED, ATOP_VALUED].map(({ placeOf }) => placeOf(obligation));
  expect(placed('CONSULTATION')).toEqual([1, 1, 2]);
  expect(placed('NONAGGRESSION')).toEqual([1, 2, 1]);
  expect(placed('DEFENSE')).toEqual([1, 3, 3]);
});

it('an obligation of no known kind is a mistake of the caller', () => {
  expect(() => allianceScales.BINARY.placeOf('FRIENDSHIP')).toThrow(/FRIENDSHIP has no place/);
});
