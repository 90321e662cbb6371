import { describe, expect, it } from '@jest/globals';
import { readDate } from './read-date.ts';
import { DIVISIONS } from './vectors/divisions.ts';
import { DOUBTS } from './vectors/doubts.ts';
import { INTERVALS } from './vectors/intervals.ts';
import { PLAIN_DATES } from './vectors/plain-dates.ts';
import { SETS } from './vectors/sets.ts';
import { TYPED_DOUBTS } from './vectors/typed-doubts.ts';
import { TYPED_POINTS } from './vectors/typed-points.ts';
import { TYPED_RANGES } from './vectors/typed-ranges.ts';
import { TYPED_REFUSALS } from './vectors/typed-refusals.ts';
import { wordsOf } from './words-of.ts';

describe('readDate', () => {
  it.each([...TYPED_POINTS, ...TYPED_DOUBTS, ...TYPED_RANGES])('reads %j as %s: %s', (typed, edtf, words) => {
    expect(readDate(typed)).toMatchObject({ ok: true, edtf, words, date: { edtf } });
  });

  it.each(TYPED_REFUSALS)('refuses %j: %s', (typed, problem) => {
    expect(readDate(typed)).toEqual({ ok: false, problem });
  });
});

/** Matches dates whose words say less than their EDTF, and intervals without any date. */
const NOT_TYPED_BACK = /X|^\.\.\/$|^\/\.\.$|^\.\.\/\.\.$/;

describe('readDate, of the words of a date', () => {
  it.each([PLAIN_DATES, DOUBTS, DIVISIONS, INTERVALS, SETS].flat().filter(([edtf]) => !NOT_TYPED_BACK.test(edtf)))(
    'returns the date %s',
    (_edtf, earliest, latest, _precision, words) => {
      const again = readDate(words);
      expect(again).toMatchObject({ ok: true, words, date: { earliest, latest } });
    },
  );
});

describe('readDate, in general', () => {
  // Exponential backtracking would not end before the timeout of the test.
  it('ends for any text', () => {
    for (const part of [
      '1 - ',
      '2 to ',
      'c. ',
      '2019 or ',
      'between 2019 and ',
      '~',
      '(',
      'one of 2019, ',
      'July ',
      '-',
    ]) {
      expect(readDate(part.repeat(100)).ok).toBe(false);
      expect(readDate(part.repeat(100).slice(0, 200)).ok).toBe(false);
    }
  });

  it('does not depend on the clock or time zone', () => {
    expect(wordsOf('2019-09-02')).toBe('2 September 2019');
    expect(readDate('2 September 2019')).toMatchObject({ edtf: '2019-09-02' });
  });
});
