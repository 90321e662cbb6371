export { compareByEarliest, surelyAfter } from './compare/order.ts';
export { certain, possible } from './compare/overlap.ts';
export { readingVersion, type SpellBounds, type SpellReadingName, spellReadingOn } from './compare/spell-reading.ts';
export { type DatePrecision, datePrecision } from './date-precision.ts';
export { datesWithin } from './dates-within.ts';
export { type ParsedDate, parseUncertainDate, type UncertainDate } from './parse-uncertain-date.ts';
export { readDate, type TypedDate } from './read-date.ts';
export { spanWords } from './span-words.ts';
export { wordsOf } from './words-of.ts';
