import type { DatedKind } from './dated-kinds.ts';
import { allTime, overlaps, type Span, spanOf } from './spans.ts';

/**
 * How the dates of two records compare. `near`: they allow a certain match, and `days` is their distance. `vague`: they
 * do not allow a certain match, because one is unknown or too imprecise, or because they are near but in different
 * years and the kind is yearly. `apart`: they belong to different records.
 */
export type Nearness =
  | { readonly how: 'near'; readonly days: number }
  | { readonly how: 'vague' }
  | { readonly how: 'apart' };

type Tolerance = Pick<DatedKind, 'days' | 'maxSpanDays' | 'isYearly'>;

/**
 * The distance in days that is assumed for two dates that overlap but differ, if at least one spans a month or more. A
 * record of the same day thus ranks above a record of the same month.
 */
const daysWhereLessPrecise = 10;
/** Two dates that both span fewer days than this are compared by their first days. */
const minMonthDays = 28;

/** Compares the dates (EDTF) of two records. An unknown date (`undefined`) is vague. */
export function nearness(first: string | undefined, second: string | undefined, tolerance: Tolerance): Nearness {
  if (first === undefined || second === undefined) return { how: 'vague' };
  const [a, b] = [spanOf(first), spanOf(second)];
  const lengths = [lengthOf(a), lengthOf(b)];
  const isShared = overlaps(a, b);
  if (lengths.some((days) => days > tolerance.maxSpanDays)) return { how: isShared ? 'vague' : 'apart' };
  if (lengths.some((days) => days >= minMonthDays)) {
    if (!isShared) return { how: 'apart' };
    return { how: 'near', days: a.from === b.from && a.to === b.to ? 0 : daysWhereLessPrecise };
  }
  const days = Math.abs(daysBetween(a.from, b.from));
  if (days > tolerance.days) return { how: 'apart' };
  if (tolerance.isYearly && a.from.slice(0, 4) !== b.from.slice(0, 4)) return { how: 'vague' };
  return { how: 'near', days };
}

/** Returns a span extended by a number of days on both sides. An unbounded side stays unbounded. */
export function widen({ from, to }: Span, days: number): Span {
  return {
    from: from === allTime.from ? from : shiftDay(from, -days),
    to: to === allTime.to ? to : shiftDay(to, days),
  };
}

/** Merges overlapping spans and returns the result in ascending order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1);
    if (last && span.from <= last.to)
      all[all.length - 1] = { from: last.from, to: last.to > span.to ? last.to : span.to };
    else all.push(span);
  }
  return all;
}

const dayLength = 86_400_000;

function lengthOf({ from, to }: Span): number {
  return from === allTime.from || to === allTime.to ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

function shiftDay(day: string, days: number): string {
  const date = new Date(Date.parse(day) + days * dayLength);
  // Years before 1 and after 9999 have another format and do not sort as text, so such a bound becomes unbounded.
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999)
    return days < 0 ? allTime.from : allTime.to;
  return date.toISOString().slice(0, 10);
}
