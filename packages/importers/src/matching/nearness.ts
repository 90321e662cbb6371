import type { DatedKind } from './dated-kinds.ts';
import { always, overlap, type Span, spanOf } from './spans.ts';

/**
 * How the dates of two records compare. `days` is how far apart they are, from 0 to the tolerance of the kind.
 * `vague`: the dates do not exclude each other, and tell too little to be sure.
 */
export type Nearness =
  | { readonly how: 'near'; readonly days: number }
  | { readonly how: 'vague' }
  | { readonly how: 'apart' };

type Tolerance = Pick<DatedKind, 'days' | 'vagueFrom' | 'isYearly'>;

/** What dates of different precision count as, in days: a record of the very day is preferred to one of its month. */
const daysWhereLessPrecise = 10;
/** A date that may be any of fewer days is compared by the day, not as a month. */
const shortest = 28;

/** Compares the dates (EDTF) of two records. */
export function nearness(one: string | undefined, other: string | undefined, tolerance: Tolerance): Nearness {
  if (one === undefined || other === undefined) return { how: 'vague' };
  const [a, b] = [spanOf(one), spanOf(other)];
  const lengths = [lengthOf(a), lengthOf(b)];
  const isShared = overlap(a, b);
  if (lengths.some((days) => days > tolerance.vagueFrom)) return { how: isShared ? 'vague' : 'apart' };
  if (lengths.some((days) => days >= shortest)) {
    if (!isShared) return { how: 'apart' };
    return { how: 'near', days: a.from === b.from && a.to === b.to ? 0 : daysWhereLessPrecise };
  }
  const days = Math.abs(daysBetween(a.from, b.from));
  if (days > tolerance.days) return { how: 'apart' };
  if (tolerance.isYearly && a.from.slice(0, 4) !== b.from.slice(0, 4)) return { how: 'vague' };
  return { how: 'near', days };
}

/** A span with so many days before and after it, all of time where it has no bounds. */
export function widened({ from, to }: Span, days: number): Span {
  return {
    from: from === always.from ? from : shifted(from, -days),
    to: to === always.to ? to : shifted(to, days),
  };
}

/** Spans as few as cover the same days, in their order. */
export function merged(spans: readonly Span[]): Span[] {
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
  return from === always.from || to === always.to ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

function shifted(day: string, days: number): string {
  const moved = new Date(Date.parse(day) + days * dayLength);
  // Years before the first and after 9999 are written otherwise and do not sort like days: such a bound is none.
  if (Number.isNaN(moved.getTime()) || moved.getUTCFullYear() < 1 || moved.getUTCFullYear() > 9999)
    return days < 0 ? always.from : always.to;
  return moved.toISOString().slice(0, 10);
}
