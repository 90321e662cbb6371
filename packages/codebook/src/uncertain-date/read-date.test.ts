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

describe('a typed date', () => {
  it.each([...TYPED_POINTS, ...TYPED_DOUBTS, ...TYPED_RANGES])('%j is %s: %s', (typed, edtf, words) => {
    expect(readDate(typed)).toMatchObject({ ok: true, edtf, words, date: { edtf } });
  });

  it.each(TYPED_REFUSALS)('%j is refused: %s', (typed, problem) => {
    expect(readDate(typed)).toEqual({ ok: false, problem });
  });
});

/** Words that say less than the EDTF does, or more than a person would type. */
const SPOKEN_ONLY = /X|^\.\.\/$|^\/\.\.$|^\.\.\/\.\.$/;

describe('the reading of a date, typed back', () => {
  it.each([PLAIN_DATES, DOUBTS, DIVISIONS, INTERVALS, SETS].flat().filter(([edtf]) => !SPOKEN_ONLY.test(edtf)))(
    'is the date that %s was',
    (_edtf, earliest, latest, _precision, words) => {
      const again = readDate(words);
      expect(again).toMatchObject({ ok: true, words, date: { earliest, latest } });
    },
  );
});

describe('reading what is typed', () => {
  it('never takes long, whatever is typed', () => {
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
      const start = performance.now();
      readDate(part.repeat(100));
      readDate(part.repeat(100).slice(0, 200));
      expect(performance.now() - start).toBeLessThan(500);
    }
  });

  it('reads a date as it was typed whatever the clock says', () => {
    expect(wordsOf('2019-09-02')).toBe('2 September 2019');
    expect(readDate('2 September 2019')).toMatchObject({ edtf: '2019-09-02' });
  });
});
