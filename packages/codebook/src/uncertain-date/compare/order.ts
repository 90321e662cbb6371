import type { Bounds } from '../parse/parsed-edtf.ts';

/**
 * Whether `a` is certainly after `b`: the first possible day of `a` is later than the last possible day of `b`. False
 * if either of these bounds is unknown, because a rule on the order of dates must not refuse what may be correct.
 */
export function isCertainlyAfter(a: Bounds, b: Bounds): boolean {
  return a.earliest !== null && b.latest !== null && a.earliest > b.latest;
}

/** Compares two dates by their earliest bounds, for sorting: open starts come first, unknown ones last. */
export function compareByEarliest(a: Bounds, b: Bounds): number {
  if (a.earliest === b.earliest) return 0;
  if (a.earliest === null) return 1;
  if (b.earliest === null) return -1;
  return a.earliest < b.earliest ? -1 : 1;
}
