import { type FieldValue, isSameValue, type Values } from '@chancery/codebook';

/** The fields in which two states of a fact differ: `set` has the later values and `base` the earlier ones. */
export interface Difference {
  readonly set: Values;
  readonly base: Values;
}

/**
 * Returns the values that an update sets to turn `before` into `after`, and their base. A missing field counts as
 * `null`.
 */
export function diff(before: Values, after: Values): Difference {
  const set: Record<string, FieldValue> = {};
  const base: Record<string, FieldValue> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isSameValue(before[name], after[name])) continue;
    set[name] = after[name] ?? null;
    base[name] = before[name] ?? null;
  }
  return { set, base };
}
