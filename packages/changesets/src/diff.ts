import { type FieldValue, sameValue, type Values } from '@chancery/codebook';

/** What an update has to set to bring one state of a fact to another, and the values it is based on. */
export interface Difference {
  readonly set: Values;
  readonly base: Values;
}

/** The fields in which two states of a fact differ; a field that is missing counts as `null`. */
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
