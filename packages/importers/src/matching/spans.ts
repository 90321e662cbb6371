import { type FieldValue, isAbsence, parseUncertainDate } from '@chancery/codebook';

/** The first and last day of a time, as texts that sort like days; an end that is open or not known excludes nothing. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** All of time. */
export const always: Span = { from: '', to: '~' };

const kept = new Map<string, Span>();

/** The span of a time written in EDTF; all of time where nothing or nothing readable is written. */
export function spanOf(edtf: string | undefined): Span {
  if (edtf === undefined) return always;
  const known = kept.get(edtf);
  if (known) return known;
  const parsed = parseUncertainDate(edtf);
  const { earliest, latest } = parsed.ok ? parsed.date : { earliest: null, latest: null };
  const span = {
    from: earliest === null || earliest === '-infinity' ? always.from : earliest,
    to: latest === null || latest === 'infinity' ? always.to : latest,
  };
  if (kept.size > 50_000) kept.clear();
  kept.set(edtf, span);
  return span;
}

/** Whether two times have a day in common. */
export function overlap(one: Span, other: Span): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** The EDTF of a value, where it is a date. */
export function edtfOf(value: FieldValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || isAbsence(value) || !('edtf' in value)) return undefined;
  return value.edtf;
}

/**
 * Whether two times may be the same, said with more or less precision: 1945 and 1945-10-24, 1950/.. and 1950-03/... A
 * beginning or end that is not known may be any.
 */
export function mayBeSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [oneFrom, oneTo] = ends(one);
  const [otherFrom, otherTo] = ends(other);
  return endMayBeSame(oneFrom, otherFrom) && endMayBeSame(oneTo, otherTo);
}

function ends(edtf: string): [from: string, to: string] {
  const [from = '', to = from] = edtf.split('/');
  return [from, to];
}

function endMayBeSame(one: string, other: string): boolean {
  if (one === '' || other === '' || one === other) return true;
  if (one === '..' || other === '..') return false;
  const [a, b] = [spanOf(one), spanOf(other)];
  const within = (inner: Span, outer: Span) => outer.from <= inner.from && inner.to <= outer.to;
  return within(a, b) || within(b, a);
}
