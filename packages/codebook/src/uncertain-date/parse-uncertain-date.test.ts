import { describe, expect, it } from '@jest/globals';
import { parseUncertainDate } from './parse-uncertain-date.ts';
import { DIVISIONS } from './vectors/divisions.ts';
import { DOUBTS } from './vectors/doubts.ts';
import { INTERVALS } from './vectors/intervals.ts';
import { LONG_YEARS } from './vectors/long-years.ts';
import { MISSING_DIGITS } from './vectors/missing-digits.ts';
import { PLAIN_DATES } from './vectors/plain-dates.ts';
import { REFUSED_DATES } from './vectors/refused-dates.ts';
import { REFUSED_FORMS } from './vectors/refused-forms.ts';
import { SETS } from './vectors/sets.ts';
import { wordsOf } from './words-of.ts';

const ACCEPTED = [PLAIN_DATES, DOUBTS, MISSING_DIGITS, DIVISIONS, LONG_YEARS, INTERVALS, SETS].flat();
const REFUSED = [...REFUSED_DATES, ...REFUSED_FORMS];

describe('a date in EDTF', () => {
  // A fixed number of columns: to a test function with one parameter more, Jest hands a callback.
  const rows = ACCEPTED.map(([text, earliest, latest, precision, words, edtf = text]) => [
    text,
    { edtf, earliest, latest, precision },
    words,
  ]);

  it.each(rows)('%j is %j: %s', (text, date, words) => {
    expect(parseUncertainDate(String(text))).toMatchObject({ ok: true, date });
    expect(wordsOf(String(text))).toBe(words);
  });

  it('is kept in a form that parses to itself', () => {
    for (const [text] of ACCEPTED) {
      const first = parseUncertainDate(text);
      const again = first.ok ? parseUncertainDate(first.date.edtf) : first;
      expect(again).toEqual(first);
    }
  });

  it('never begins after it ends', () => {
    for (const [text, earliest, latest] of ACCEPTED) {
      expect([text, earliest === null || latest === null || earliest <= latest]).toEqual([text, true]);
    }
  });

  it('has two hundred vectors and more', () => {
    expect(ACCEPTED.length).toBeGreaterThan(200);
    expect(REFUSED.length).toBeGreaterThan(100);
  });
});

describe('a text that is no date we record', () => {
  it.each(REFUSED)('%j is refused: %s', (text, problem) => {
    expect(parseUncertainDate(text)).toEqual({ ok: false, problem });
  });

  it('is refused in one sentence or two that show nothing invisible and run to no length', () => {
    for (const [, problem] of REFUSED) {
      expect(problem).toMatch(/^[^\p{C}\n]+\.$/u);
      expect(problem.length).toBeLessThan(220);
    }
  });

  it('is answered at once, however long it is', () => {
    for (const text of [
      '2'.repeat(1_000_000),
      `[${'2019,'.repeat(200_000)}2020]`,
      '?'.repeat(500),
      `{${'2'.repeat(490)}}`,
    ]) {
      const start = performance.now();
      expect(parseUncertainDate(text).ok).toBe(false);
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});
