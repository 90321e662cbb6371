import { type FieldValue, factTypeOfId, fieldsOf } from '@chancery/codebook';
import type { FactDiff } from './fact-diff.ts';

/** The labels of facts and the reliability of sources, by id, as far as they are loaded. */
export interface Names {
  readonly labels: Readonly<Record<string, string>>;
  /** The Admiralty letter (A to F) of each source. */
  readonly reliability: Readonly<Record<string, string>>;
}

/** Returns the label of a fact; its id if the label is not loaded. */
export function labelOf(id: string, { labels }: Names): string {
  return labels[id] ?? id;
}

/** Returns true for a text with the form of a fact id. Does not check whether the fact exists. */
export function isFactId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]+_[0-9a-z]{26}$/.test(value) && factTypeOfId(value) !== undefined;
}

/** Returns the ids of the facts that the changes mention, and those of the cited sources among them. */
export function idsIn(diffs: readonly FactDiff[]): { facts: string[]; sources: string[] } {
  const facts = new Set<string>();
  const sources = new Set<string>();
  const addFact = (value: FieldValue | undefined) => {
    if (isFactId(value)) facts.add(value);
  };
  for (const { type, fields, evidence, retirement, batch } of diffs) {
    const definitions = fieldsOf(type);
    for (const { name, live, base, after, adopted } of fields) {
      if (definitions[name]?.kind === 'link') for (const value of [live, base, after]) addFact(value);
      addFact(adopted?.claim);
    }
    for (const { values } of [...evidence, ...fields.flatMap((field) => field.evidence)]) {
      addFact(values.source);
      addFact(values.attributedTo);
      if (isFactId(values.source)) sources.add(values.source);
    }
    addFact(retirement?.redirectTo);
    addFact(batch?.id);
  }
  return { facts: [...facts], sources: [...sources] };
}
