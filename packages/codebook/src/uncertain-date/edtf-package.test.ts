/// <reference path="./parse/edtf-module.d.ts" />
import { describe, expect, it } from '@jest/globals';
import edtf from 'edtf';
import { dateTree } from './parse/edtf-library.ts';
import { parseUncertainDate } from './parse-uncertain-date.ts';
import { DIVISIONS } from './vectors/divisions.ts';
import { DOUBTS } from './vectors/doubts.ts';
import { LONG_YEARS } from './vectors/long-years.ts';
import { MISSING_DIGITS } from './vectors/missing-digits.ts';
import { PLAIN_DATES } from './vectors/plain-dates.ts';

function isoOf(time: unknown): string | null {
  if (typeof time !== 'number') return null;
  if (!Number.isFinite(time)) return time < 0 ? '-infinity' : 'infinity';
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * Returns the bounds that the edtf package computes: ISO days, `-infinity` or `infinity`; null for a bound that the
 * package does not compute.
 */
function packageBounds(text: string): [string | null, string | null] {
  const { min, max } = edtf(text);
  return [isoOf(min), isoOf(max)];
}

function ourBounds(text: string): [string | null, string | null] {
  const parsed = parseUncertainDate(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return [parsed.date.earliest, parsed.date.latest];
}

describe('the pinned edtf package', () => {
  it('parses every single date that we accept, so that other software can read stored dates', () => {
    for (const [text] of [PLAIN_DATES, DOUBTS, MISSING_DIGITS, DIVISIONS, LONG_YEARS].flat()) {
      expect([text, dateTree(text.trim()) === null]).toEqual([text, false]);
    }
  });

  it.each([
    '2019',
    '2019-07',
    '2019-09-02',
    '2020-02',
    '2019-07~',
    '2019?-09-02',
    '199~',
    '201X',
    '19XX',
    '2019-XX',
    '../2019-07',
    '2019/..',
    '/2019-07',
    '2019-07/',
    '2006/2010',
    '[2018,2019]',
    '2019-33',
    '2019-41',
  ])('computes the same bounds for %s', (text) => {
    expect(packageBounds(text)).toEqual(ourBounds(text));
  });

  // These are the reasons why we compute the bounds ourselves. If one fails, the package has changed.
  it.each([
    ['2019-21', 'a season is a quarter', ['2019-01-01', '2019-03-31']],
    ['2019-24', 'winter ends with the year', ['2019-10-01', '2019-12-31']],
    ['2019-02-29', '29 February exists in any year', ['2019-03-01', '2019-03-01']],
    ['2019-X0', 'a stated digit is lost', ['2019-01-01', '2019-11-30']],
    ['1950S2', 'significant digits do not widen', ['1950-01-01', '1950-12-31']],
    ['[2020,2018]', 'the bounds of a set are its first and last member', ['2020-01-01', '2018-12-31']],
  ])('computes other bounds for %s: %s', (text, _why, bounds) => {
    expect(packageBounds(text)).toEqual(bounds);
    const ours = parseUncertainDate(text);
    expect(ours.ok && [ours.date.earliest, ours.date.latest]).not.toEqual(bounds);
  });
});
