import { expect, it } from '@jest/globals';
import { datesWithin } from './dates-within.ts';

it.each([
  ['1964', ['1964-01-01 1964-12-31']],
  ['{1964,2020}', ['1964-01-01 1964-12-31', '2020-01-01 2020-12-31']],
  ['{1946..1948,1964-03}', ['1946-01-01 1948-12-31', '1964-03-01 1964-03-31']],
  ['1964/1966', ['1964-01-01 1966-12-31']],
  ['1964/..', ['1964-01-01 infinity']],
  ['no date', []],
])('returns for %s the dates %j', (edtf, dates) => {
  expect(datesWithin(edtf).map(({ earliest, latest }) => `${earliest} ${latest}`)).toEqual(dates);
});
