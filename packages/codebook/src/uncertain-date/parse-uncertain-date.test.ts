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

describe('parseUncertainDate, for valid dates', () => {
  // All rows have the same number of columns, because Jest passes a callback to a test function with one more
  // parameter.
  const rows = ACCEPTED.map(([text, earliest, latest, precision, words, edtf = text]) => [
    text,
    { edtf, earliest, latest, precision },
    words,
  ]);

  it.each(rows)('parses %j to %j: %s', (text, date, words) => {
    expect(parseUncertainDate(String(text))).toMatchObject({ ok: true, date });
    expect(wordsOf(String(text))).toBe(words);
  });

  it('returns EDTF that parses to the same date', () => {
    for (const [text] of ACCEPTED) {
      const first = parseUncertainDate(text);
      const again = first.ok ? parseUncertainDate(first.date.edtf) : first;
      expect(again).toEqual(first);
    }
  });

  it('never returns an earliest bound after the latest', () => {
    for (const [text, earliest, latest] of ACCEPTED) {
      expect([text, earliest === null || latest === null || earliest <= latest]).toEqual([text, true]);
    }
  });

  it('is tested with more than two hundred vectors', () => {
    expect(ACCEPTED.length).toBeGreaterThan(200);
    expect(REFUSED.length).toBeGreaterThan(100);
  });
});

describe('parseUncertainDate, for refused texts', () => {
  it.each(REFUSED)('refuses %j: %s', (text, problem) => {
    expect(parseUncertainDate(text)).toEqual({ ok: false, problem });
  });

  it('returns short messages without invisible characters', () => {
    for (const [, problem] of REFUSED) {
      expect(problem).toMatch(/^[^\p{C}\n]+\.$/u);
      expect(problem.length).toBeLessThan(220);
    }
  });

  // Exponential backtracking would not end before the timeout of the test.
  it('ends for texts of any length', () => {
    for (const text of [
      '2'.repeat(1_000_000),
      `[${'2019,'.repeat(200_000)}2020]`,
      '?'.repeat(500),
      `{${'2'.repeat(490)}}`,
    ]) {
      expect(parseUncertainDate(text).ok).toBe(false);
    }
  });
});
