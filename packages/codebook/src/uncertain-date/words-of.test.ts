import { describe, expect, it } from '@jest/globals';
import { parseUncertainDate } from './parse-uncertain-date.ts';
import { spanWords } from './span-words.ts';
import { wordsOf } from './words-of.ts';

describe('wordsOf', () => {
  it('includes the basis of the date', () => {
    expect(wordsOf('2019?-09-02', 'STATED')).toBe('2 September 2019 (year uncertain)');
    expect(wordsOf('2019?-09-02', 'INFERRED')).toBe('2 September 2019 (year inferred)');
    expect(wordsOf('2019-07?', 'INFERRED')).toBe('July 2019, inferred');
    expect(wordsOf('2019-07%', 'INFERRED')).toBe('July 2019, inferred and approximate');
    expect(wordsOf('2019-07~', 'INFERRED')).toBe('July 2019, approximately (inferred)');
    expect(wordsOf('2019', 'INFERRED')).toBe('2019 (inferred)');
    expect(wordsOf('2006?/2010', 'INFERRED')).toBe('between 2006 (inferred) and 2010');
    expect(wordsOf('[2018?,2019]', 'INFERRED')).toBe('one of 2018 (inferred) or 2019');
    expect(wordsOf('2015', 'EDITOR_KNOWLEDGE')).toBe('2015 (editor’s knowledge)');
    expect(wordsOf('2015', null)).toBe('2015');
  });

  it('returns a text that is not a date unchanged', () => {
    expect(wordsOf('next spring')).toBe('next spring');
  });
});

function span(edtf: string): string {
  const parsed = parseUncertainDate(edtf);
  return parsed.ok ? spanWords(parsed.date) : parsed.problem;
}

describe('spanWords', () => {
  it.each([
    ['2019-23', 'between 1 September and 30 November 2019 (season)'],
    ['2019-09-02', '2 September 2019 (day)'],
    ['2019-07~', 'between 1 and 31 July 2019 (month)'],
    ['../2019-07', 'before or on 31 July 2019 (interval)'],
    ['2019/..', 'since 1 January 2019 (interval)'],
    ['2019/', 'from 1 January 2019, end unknown (interval)'],
    ['XXXX-12-25', 'days not known (digits not stated)'],
    ['[2018,2020]', 'between 1 January 2018 and 31 December 2020 (set)'],
  ])('returns for %s: %s', (edtf, words) => {
    expect(span(edtf)).toBe(words);
  });
});
