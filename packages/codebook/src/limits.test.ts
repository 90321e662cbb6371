import { describe, expect, it } from '@jest/globals';
import { cutText } from './limits.ts';

describe('cutText', () => {
  it.each([
    ['a shorter text', 'abc', 4, 'abc'],
    ['a text of the length', 'abcd', 4, 'abcd'],
    ['a longer text', 'abcde', 4, 'abcd'],
    ['a text with a character of two units at the end', 'abc𐎠de', 4, 'abc'],
    ['a text that ends with a character of two units', 'ab𐎠', 4, 'ab𐎠'],
    ['a text with a character of two units before the end', 'ab𐎠de', 4, 'ab𐎠'],
  ])('cuts %s', (_what, text, length, expected) => {
    expect(cutText(text, length)).toBe(expected);
  });
});
