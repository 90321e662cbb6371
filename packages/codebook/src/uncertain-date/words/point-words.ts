import type { Point } from '../parse/reading.ts';
import { calendarWords } from './calendar-words.ts';
import { divisionWords } from './division-words.ts';
import { doubtAdverb, partDoubts, sharedDoubt, type UncertainWord } from './doubt-words.ts';
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

/** Returns the preposition for a date: `on` for days, else `in`. */
export function preposition(point: Point): 'in' | 'on' {
  return /^(\d+ \p{L}|some day|the \d+(st|nd|rd|th) of)/u.test(plainWords(point)) ? 'on' : 'in';
}

/**
 * Returns a date in words. Inside a longer phrase the qualifier is in parentheses, so that it clearly belongs to this
 * date.
 */
export function pointWords(point: Point, uncertain: UncertainWord, place: 'alone' | 'inside'): string {
  const words = plainWords(point);
  const shared = sharedDoubt(point);
  if (shared === 'none') return words;
  if (shared === null) return `${words} (${partDoubts(point, uncertain)})`;
  const adverb = doubtAdverb(shared, uncertain);
  return place === 'alone' ? `${words}, ${adverb}` : `${words} (${adverb})`;
}
