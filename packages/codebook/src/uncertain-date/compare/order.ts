import type { Bounds } from '../parse/reading.ts';

/**
 * Whether `a` comes after `b` beyond doubt: the first day on which `a` may lie is later than the last on which `b` may.
 * False where either of these two bounds is unknown: a rule on the order of dates must not refuse what may be right.
 */
export function surelyAfter(a: Bounds, b: Bounds): boolean {
  return a.earliest !== null && b.latest !== null && a.earliest > b.latest;
}

/** Sorts by the earliest bound: no beginning first, unknown last. Dates that begin alike keep their order. */
export function compareByEarliest(a: Bounds, b: Bounds): number {
  if (a.earliest === b.earliest) return 0;
  if (a.earliest === null) return 1;
  if (b.earliest === null) return -1;
  return a.earliest < b.earliest ? -1 : 1;
}
