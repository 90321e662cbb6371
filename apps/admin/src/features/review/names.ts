import { type FieldValue, factTypeOfId, fieldsOf } from '@chancery/codebook';
import type { FactDiff } from './fact-diff.ts';

/** What facts are called, and how reliable sources are, by their ids: nobody reviews an id. */
export interface Names {
  readonly labels: Readonly<Record<string, string>>;
  /** The Admiralty letter of each source. */
  readonly reliability: Readonly<Record<string, string>>;
}

/** What a fact is called; one that nobody knows stands by its id. */
export function nameOf(id: string, { labels }: Names): string {
  return labels[id] ?? id;
}

/** Whether a text is the id of a fact. */
export function isFactId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]+_[0-9a-z]{26}$/.test(value) && factTypeOfId(value) !== undefined;
}

/** The facts that some differences point at, and the sources that they cite. */
export function idsIn(diffs: readonly FactDiff[]): { facts: string[]; sources: string[] } {
  const facts = new Set<string>();
  const sources = new Set<string>();
  const note = (value: FieldValue | undefined) => {
    if (isFactId(value)) facts.add(value);
  };
  for (const { type, fields, evidence, retirement, batch } of diffs) {
    const known = fieldsOf(type);
    for (const { name, live, base, after, adopted } of fields) {
      if (known[name]?.kind === 'link') for (const value of [live, base, after]) note(value);
      note(adopted?.claim);
    }
    for (const { values } of [...evidence, ...fields.flatMap((field) => field.evidence)]) {
      note(values.source);
      note(values.attributedTo);
      if (isFactId(values.source)) sources.add(values.source);
    }
    note(retirement?.redirectTo);
    note(batch?.id);
  }
  return { facts: [...facts], sources: [...sources] };
}
