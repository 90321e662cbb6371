import { describe, expect, it } from '@jest/globals';
import { parseUncertainDate, type UncertainDate } from '../parse-uncertain-date.ts';
import { INTERVALS } from '../vectors/intervals.ts';
import { MISSING_DIGITS } from '../vectors/missing-digits.ts';
import { PLAIN_DATES } from '../vectors/plain-dates.ts';
import { SETS } from '../vectors/sets.ts';
import { isCertainlyWithin, isPossiblyWithin } from './overlap.ts';

function date(edtf: string): UncertainDate {
  const parsed = parseUncertainDate(edtf);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.date;
}

const YEAR_2019 = ['2019-01-01', '2019-12-31'] as const;
const UP_TO_2019 = ['-infinity', '2019-12-31'] as const;
const FROM_2019 = ['2019-01-01', 'infinity'] as const;
const ALWAYS = ['-infinity', 'infinity'] as const;

describe('possible and certain', () => {
  it.each([
    ['2019-07', YEAR_2019, true, true],
    ['2019', YEAR_2019, true, true],
    ['2019-01-01', YEAR_2019, true, true],
    ['2019-12-31', YEAR_2019, true, true],
    ['2018-12-31', YEAR_2019, false, false],
    ['2020-01-01', YEAR_2019, false, false],
    ['201X', YEAR_2019, true, false],
    ['2018/2020', YEAR_2019, true, false],
    ['2019-24', YEAR_2019, true, false],
    ['[2018,2020]', YEAR_2019, true, false],
    ['../2018', YEAR_2019, false, false],
    ['../2019', YEAR_2019, true, false],
    ['2019/..', YEAR_2019, true, false],
    ['2020/..', YEAR_2019, false, false],
    ['../..', YEAR_2019, true, false],
    ['2001/', YEAR_2019, true, false],
    ['2020/', YEAR_2019, false, false],
    ['/2019-07', YEAR_2019, true, false],
    ['/2018', YEAR_2019, false, false],
    ['XXXX', YEAR_2019, false, false],
    ['XXXX-12-25', YEAR_2019, false, false],
    ['../2019', UP_TO_2019, true, true],
    ['/2019', UP_TO_2019, true, false],
    ['2019/', FROM_2019, true, false],
    ['2019/..', FROM_2019, true, true],
    ['../..', ALWAYS, true, true],
    ['/..', ALWAYS, true, false],
    ['XXXX', ALWAYS, false, false],
  ] as const)('%s in %j: possible %s, certain %s', (edtf, [from, to], isPossible, isCertain) => {
    expect(isPossiblyWithin(date(edtf), from, to)).toBe(isPossible);
    expect(isCertainlyWithin(date(edtf), from, to)).toBe(isCertain);
  });

  it('agree: what is certain is also possible', () => {
    const periods = [YEAR_2019, UP_TO_2019, FROM_2019, ALWAYS, ['2019-09-02', '2019-09-02']] as const;
    for (const [edtf] of [PLAIN_DATES, MISSING_DIGITS, INTERVALS, SETS].flat()) {
      for (const [from, to] of periods) {
        if (isCertainlyWithin(date(edtf), from, to))
          expect([edtf, isPossiblyWithin(date(edtf), from, to)]).toEqual([edtf, true]);
      }
    }
  });

  it('are both false without bounds', () => {
    const nothing = { earliest: null, latest: null };
    expect(isPossiblyWithin(nothing, ...ALWAYS)).toBe(false);
    expect(isCertainlyWithin(nothing, ...ALWAYS)).toBe(false);
  });
});
