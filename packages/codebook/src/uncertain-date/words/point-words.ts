import type { Point } from '../parse/parsed-edtf.ts';
import { calendarWords } from './calendar-words.ts';
import { divisionWords } from './division-words.ts';
import { doubtAdverb, partDoubtWords, sharedDoubt, type UncertainWord } from './doubt-words.ts';
import { yearName } from './numbers.ts';

/** Returns a date in words, without its qualifiers. */
export function plainWords({ shape }: Point): string {
  switch (shape.kind) {
    case 'calendar':
      return calendarWords(shape);
    case 'division':
      return divisionWords(shape.year, shape.code);
    case 'estimate':
      return shape.low === shape.high
        ? yearName(shape.year)
        : `some year between ${yearName(shape.low)} and ${shape.high}, estimated ${yearName(shape.year)}`;
    default:
      return shape satisfies never;
  }
}

/** Returns the preposition that goes before the words of a date: `on` for days, otherwise `in`. */
export function preposition(point: Point): 'in' | 'on' {
  return /^(\d+ \p{L}|some day|the \d+(st|nd|rd|th) of)/u.test(plainWords(point)) ? 'on' : 'in';
}

/**
 * Returns a date in words with its qualifiers. Inside a longer phrase they are in parentheses, so that they clearly
 * belong to this date.
 */
export function pointWords(point: Point, uncertain: UncertainWord, place: 'alone' | 'inside'): string {
  const words = plainWords(point);
  const shared = sharedDoubt(point);
  if (shared === 'none') return words;
  if (shared === null) return `${words} (${partDoubtWords(point, uncertain)})`;
  const adverb = doubtAdverb(shared, uncertain);
  return place === 'alone' ? `${words}, ${adverb}` : `${words} (${adverb})`;
}
