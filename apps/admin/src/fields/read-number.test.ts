import { describe, expect, it } from '@jest/globals';
import { readNumber } from './read-number.ts';
import { texts } from './texts.ts';

describe('readNumber', () => {
  it.each([
    ['1200', 1200],
    ['1 200', 1200],
    ['3.5', 3.5],
    ['3,5', 3.5],
    ['0,125', 0.125],
    ['−2', -2],
  ])('reads %s', (text, value) => {
    expect(readNumber(text, 'no')).toEqual({ value });
  });

  it.each(['1,200', '-12,345', '1,200,000'])('refuses %s, whose comma is ambiguous', (text) => {
    expect(readNumber(text, 'no')).toEqual({ problem: texts.number.ambiguousComma });
  });

  it.each(['', 'ten', '1.2.3', '1,2,3'])('refuses “%s”', (text) => {
    expect(readNumber(text, 'no')).toEqual({ problem: 'no' });
  });
});
