import type { Values } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diff } from './diff.ts';

it('sets only the fields that differ, with their former values as the base', () => {
  const before = { name: 'a', summary: 'A rock.', note: 'n' };
  expect(diff(before, { name: 'b', summary: 'A rock.', position: 'p' })).toEqual({
    set: { name: 'b', note: null, position: 'p' },
    base: { name: 'a', note: 'n', position: null },
  });
});

it('treats a missing field like null', () => {
  expect(diff({ name: null }, {})).toEqual({ set: {}, base: {} });
  expect(diff({}, { name: null })).toEqual({ set: {}, base: {} });
});

it('distinguishes nothing recorded, unknown and none', () => {
  expect(diff({}, { name: { absent: 'UNKNOWN' } })).toEqual({
    set: { name: { absent: 'UNKNOWN' } },
    base: { name: null },
  });
  expect(diff({ name: { absent: 'UNKNOWN' } }, { name: { absent: 'NONE' } }).set).toEqual({ name: { absent: 'NONE' } });
});

it('ignores the order of the parts of a value, but not the order of a list', () => {
  expect(diff({ date: { edtf: '2019', basis: 'STATED' } }, { date: { basis: 'STATED', edtf: '2019' } }).set).toEqual(
    {},
  );
  expect(diff({ domains: ['AIR', 'SEA'] }, { domains: ['SEA', 'AIR'] }).set).not.toEqual({});
});

it('changes any state into any other with the set values, and back with the base', () => {
  const value = fc.constantFrom(null, 'a', 1, false, { edtf: '2019' }, { absent: 'NONE' as const });
  const states: fc.Arbitrary<Values> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true });
  fc.assert(
    fc.property(states, states, (before, after) => {
      const { set, base } = diff(before, after);
      expect(diff({ ...before, ...set }, after).set).toEqual({});
      expect(diff({ ...after, ...base }, before).set).toEqual({});
      expect(Object.keys(set)).toEqual(Object.keys(base));
    }),
  );
});
