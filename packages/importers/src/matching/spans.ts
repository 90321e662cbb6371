import { type FieldValue, isAbsence, parseUncertainDate } from '@chancery/codebook';

/**
 * The first and last possible day of a time, as strings that sort in order. An open or unknown bound is that of
 * `allTime`.
 */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The span that is unbounded on both sides. Its bounds sort before and after all days. */
export const allTime: Span = { from: '', to: '~' };

const cache = new Map<string, Span>();

/** Returns the span of a time (EDTF); `allTime` if it is missing or invalid. */
export function spanOf(edtf: string | undefined): Span {
  if (edtf === undefined) return allTime;
  const cached = cache.get(edtf);
  if (cached) return cached;
  const parsed = parseUncertainDate(edtf);
  const { earliest, latest } = parsed.ok ? parsed.date : { earliest: null, latest: null };
  const span = {
    from: earliest === null || earliest === '-infinity' ? allTime.from : earliest,
    to: latest === null || latest === 'infinity' ? allTime.to : latest,
  };
  if (cache.size > 50_000) cache.clear();
  cache.set(edtf, span);
  return span;
}

/** Returns true if two spans share a day. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Returns the EDTF of a date value; `undefined` if the value is not a date, or an absence. */
export function edtfOf(value: FieldValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || isAbsence(value) || !('edtf' in value)) return undefined;
  return value.edtf;
}

/**
 * Returns true if two times (EDTF) may be the same, stated with different precision, such as `1945` and `1945-10-24`,
 * or `1950/..` and `1950-03/..`. An unknown start or end may be any day.
 */
export function mayBeSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [fromA, toA] = ends(a);
  const [fromB, toB] = ends(b);
  return endMayBeSame(fromA, fromB) && endMayBeSame(toA, toB);
}

function ends(edtf: string): [from: string, to: string] {
  const [from = '', to = from] = edtf.split('/');
  return [from, to];
}

function endMayBeSame(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true;
  if (a === '..' || b === '..') return false;
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  const within = (inner: Span, outer: Span) => outer.from <= inner.from && inner.to <= outer.to;
  return within(spanA, spanB) || within(spanB, spanA);
}
