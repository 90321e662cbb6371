import { describe, expect, it } from '@jest/globals';
import { parseUncertainDate, type UncertainDate } from '../parse-uncertain-date.ts';
import { compareByEarliest, isCertainlyAfter } from './order.ts';

function date(edtf: string): UncertainDate {
  const parsed = parseUncertainDate(edtf);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.date;
}

describe('isCertainlyAfter', () => {
  it.each([
    ['2020', '2019', true],
    ['2019-08', '2019-07', true],
    ['2019-07-02', '2019-07-01', true],
    ['2019-07', '2019-07', false],
    ['2019-07-15', '2019-07', false],
    ['2019-07', '2019-07-15', false],
    ['2019', '2019-06', false],
    ['2020-01', '2019-24', false],
    ['2020-03', '2019-24', true],
    ['2019', '2020', false],
    ['2020', '2001/..', false],
    ['2020', '2001/', false],
    ['2020', '/2019', true],
    ['/2020', '2019', false],
    ['../2020', '2019', false],
    ['2020/..', '2019', true],
    ['2020/', '2019', true],
    ['2020~', '2019', true],
    ['XXXX', '2019', false],
    ['2020', 'XXXX', false],
  ])('returns whether %s is certainly after %s: %s', (a, b, expected) => {
    expect(isCertainlyAfter(date(a), date(b))).toBe(expected);
  });
});

describe('compareByEarliest', () => {
  it('sorts open starts first and unknown ones last', () => {
    const sorted = ['XXXX', '2019-09-02', '2019', '../2019', '/2001', '0044', '2019-07', '2020/..']
      .map(date)
      .sort(compareByEarliest);
    expect(sorted.map(({ edtf }) => edtf)).toEqual([
      '../2019',
      '0044',
      '2019',
      '2019-07',
      '2019-09-02',
      '2020/..',
      'XXXX',
      '/2001',
    ]);
  });

  it('keeps the order of dates with equal bounds', () => {
    const sorted = ['2019', '2019-01', '2019-01-01', '2019/..'].map(date).sort(compareByEarliest);
    expect(sorted.map(({ edtf }) => edtf)).toEqual(['2019', '2019-01', '2019-01-01', '2019/..']);
  });
});
