import { type FieldValue, sameValue, type Values } from '@chancery/codebook';

/** What an update must set to change one state of a fact into another, and the base values of those fields. */
export interface Difference {
  readonly set: Values;
  readonly base: Values;
}

/** Compares two states of a fact field by field. A missing field counts as `null`. */
export function diff(before: Values, after: Values): Difference {
  const set: Record<string, FieldValue> = {};
  const base: Record<string, FieldValue> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (sameValue(before[name], after[name])) continue;
    set[name] = after[name] ?? null;
    base[name] = before[name] ?? null;
  }
  return { set, base };
}
