import { monthName } from '../parse/calendar.ts';
import type { End, Point } from '../parse/parsed-edtf.ts';
import { doubtAdverb, sharedDoubt, type UncertainWord } from './doubt-words.ts';
import { plainWords, pointWords, preposition } from './point-words.ts';

/**
 * Returns the words of the start of a range, without the year and month that it shares with the end: `2` in “2 to 5
 * September 2019”.
 */
function shortStart(start: Point, end: Point): string {
  const [from, to] = [start.shape, end.shape];
  const full = plainWords(start);
  if (from.kind === 'division' && to.kind === 'division') {
    const plain = [from.code, to.code].every((code) => code >= 21 && code <= 23);
    return plain && from.year === to.year ? full.replace(/( AD)? \d+$/, '') : full;
  }
  if (from.kind !== 'calendar' || to.kind !== 'calendar' || from.year !== to.year) return full;
  if (/X/.test([from.year, from.month, from.day, to.month, to.day].join(''))) return full;
  if (from.month === null || to.month === null || (from.day === null) !== (to.day === null)) return full;
  if (from.day === null) return monthName(Number(from.month));
  return from.month === to.month ? String(Number(from.day)) : `${Number(from.day)} ${monthName(Number(from.month))}`;
}

/**
 * Joins the words of two dates. If both have the same qualifier or none, the start is shortened and the qualifier is
 * added once, at the end.
 */
function joinDates(start: Point, end: Point, before: string, between: string, uncertain: UncertainWord): string {
  const shared = sharedDoubt(start);
  if (shared === null || shared !== sharedDoubt(end)) {
    return `${before}${pointWords(start, uncertain, 'inside')}${between}${pointWords(end, uncertain, 'inside')}`;
  }
  const words = `${before}${shortStart(start, end)}${between}${plainWords(end)}`;
  return shared === 'none' ? words : `${words}, ${doubtAdverb(shared, uncertain)}`;
}

/** Returns a range of dates inside a set in words: `1670 to 1672`. */
export function rangeWords(start: Point, end: Point): string {
  return joinDates(start, end, '', ' to ', 'uncertain');
}

function withoutDates(start: End, end: End): string {
  if (start === 'open') return end === 'open' ? 'without start or end' : 'until an unknown date';
  return end === 'open' ? 'since an unknown date' : 'start and end unknown';
}

/**
 * Returns an interval in words. An open end is marked by “since” or “before or in” (“before or on” for a day), an
 * unknown one by “start unknown” or “end unknown”. An interval without any date has words of its own, such as “without
 * start or end”.
 */
export function intervalWords(start: End, end: End, uncertain: UncertainWord): string {
  if (typeof start === 'string') {
    if (typeof end === 'string') return withoutDates(start, end);
    if (start === 'open') return `before or ${preposition(end)} ${pointWords(end, uncertain, 'alone')}`;
    return `until ${pointWords(end, uncertain, 'inside')}, start unknown`;
  }
  if (end === 'open') return `since ${pointWords(start, uncertain, 'alone')}`;
  if (end === 'unknown') return `from ${pointWords(start, uncertain, 'inside')}, end unknown`;
  if (start.text === end.text) return `throughout ${pointWords(start, uncertain, 'alone')}`;
  return joinDates(start, end, 'between ', ' and ', uncertain);
}
