import { describe, expect, it } from '@jest/globals';
import { datedKinds } from './dated-kinds.ts';
import { mergeSpans, nearness, widen } from './nearness.ts';
import { allTime } from './spans.ts';

const kindOf = (type: 'Exercise' | 'Agreement') => {
  const kind = datedKinds[type];
  if (!kind) throw new Error(`${type} is not matched by its date`);
  return kind;
};

describe('the dates of two exercises', () => {
  it.each([
    ['2004-06-10', '2004-06-10', { how: 'near', days: 0 }],
    ['2004-06-10', '2004-07-11', { how: 'near', days: 31 }],
    ['2004-06-10', '2004-07-12', { how: 'apart' }],
    ['2004-06', '2004-06-10', { how: 'near', days: 10 }],
    ['2004-06', '2004-06', { how: 'near', days: 0 }],
    // Only the month is known, and it differs.
    ['2004-06', '2004-07-01', { how: 'apart' }],
    ['2004', '2004-06-10', { how: 'near', days: 10 }],
    ['2004', '2005-01-01', { how: 'apart' }],
    // An exercise of another year is a different one, but an editor decides if the dates are only days apart.
    ['2004-12-28', '2005-01-03', { how: 'vague' }],
    ['2004-06-10/2008', '2004-06-10', { how: 'vague' }],
    ['2004-06-10/2008', '2009-06-10', { how: 'apart' }],
    [undefined, '2004-06-10', { how: 'vague' }],
  ])('%s and %s', (a, b, expected) => {
    expect(nearness(a, b, kindOf('Exercise'))).toEqual(expected);
    expect(nearness(b, a, kindOf('Exercise'))).toEqual(expected);
  });
});

describe('the dates of signature of two agreements', () => {
  it.each([
    ['1927-10-01', '1927-10', { how: 'near', days: 10 }],
    ['1927-12-20', '1928-01-05', { how: 'near', days: 16 }],
    ['1927', '1927-10-01', { how: 'vague' }],
    ['1927', '1928-10-01', { how: 'apart' }],
  ])('%s and %s', (a, b, expected) => expect(nearness(a, b, kindOf('Agreement'))).toEqual(expected));
});

it('spans are widened by days and merged if they overlap; unbounded spans stay unbounded', () => {
  expect(widen({ from: '2004-03-01', to: '2004-12-31' }, 31)).toEqual({ from: '2004-01-30', to: '2005-01-31' });
  expect(widen(allTime, 31)).toEqual(allTime);
  expect(widen({ from: '0001-01-01', to: '9999-12-31' }, 31)).toEqual(allTime);
  expect(
    mergeSpans([
      { from: '2004-05-01', to: '2004-06-01' },
      { from: '2001-01-01', to: '2001-02-01' },
      { from: '2004-01-01', to: '2004-05-20' },
    ]),
  ).toEqual([
    { from: '2001-01-01', to: '2001-02-01' },
    { from: '2004-01-01', to: '2004-06-01' },
  ]);
});
