import type { Bounds } from '../parse/reading.ts';

/**
 * Returns true when `a` is certainly after `b`: the first possible day of `a` is later than the last possible day of
 * `b`. False if either bound is unknown, because a rule on the order of dates must not refuse what may be correct.
 */
export function isCertainlyAfter(a: Bounds, b: Bounds): boolean {
  return a.earliest !== null && b.latest !== null && a.earliest > b.latest;
}

/** Compares dates by the earliest bound: open starts first, unknown ones last. Returns 0 for equal bounds. */
export function compareByEarliest(a: Bounds, b: Bounds): number {
  if (a.earliest === b.earliest) return 0;
  if (a.earliest === null) return 1;
  if (b.earliest === null) return -1;
  return a.earliest < b.earliest ? -1 : 1;
}
