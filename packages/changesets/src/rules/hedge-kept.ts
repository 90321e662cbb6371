import type { FieldValue } from '@chancery/codebook';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { StoredCitation } from '../rule-context.ts';

/** The modalities that can be ordered by strength, weakest first. The other modalities cannot be compared. */
export const comparableModalities = ['SPECULATED', 'ALLEGED', 'REPORTED', 'ASSERTED'] as const;

/** Returns the strength of a modality, 0 (speculated) to 3 (asserted), or `undefined` if it cannot be compared. */
export function strengthOf(modality: unknown): number | undefined {
  const index = (comparableModalities as readonly unknown[]).indexOf(modality);
  return index === -1 ? undefined : index;
}

/**
 * Returns the strength of the strongest modality that the supporting citations allow a claim to have; `undefined` if
 * none of their modalities can be compared. Only citations of the whole claim, its statement or its modality count.
 * Each independence group counts with its weakest modality, because an author who states the same thing more strongly
 * on another page has no more evidence. The strongest group decides.
 */
export function allowedStrength(citations: readonly StoredCitation[]): number | undefined {
  const weakest = new Map<string, number>();
  for (const { group, values } of citations) {
    const strength = strengthOf(values.modality);
    if (strength === undefined || values.stance !== 'SUPPORTS' || !concernsTheStatement(values.field)) continue;
    weakest.set(group, Math.min(strength, weakest.get(group) ?? strength));
  }
  return weakest.size === 0 ? undefined : Math.max(...weakest.values());
}

// Citations for other fields, such as the date or place, say nothing about how strongly the claim itself is made.
const concernsTheStatement = (field: FieldValue | undefined) => !field || field === 'statement' || field === 'modality';

export const hedgeKept: Rule = {
  code: 'hedge-kept',
  description:
    'The modality of a claim is no stronger than its sources support. If an independence group has several passages, only its weakest counts.',
  needs(operation, needs) {
    if (operation.type !== 'Claim') return;
    needs.facts.add(operation.fact);
    needs.citations.add(operation.fact);
    const rows =
      operation.kind === 'cite' ? [operation] : operation.kind === 'restore' ? operation.state.citations : [];
    for (const { values } of rows) if (typeof values.source === 'string') needs.facts.add(values.source);
  },
  *check(batch): Generator<Problem> {
    for (const [fact, operations] of batch.facts) {
      const [first] = operations;
      if (first?.type !== 'Claim') continue;
      const strength = strengthOf(batch.valuesAfter(fact)?.modality);
      const allowed = allowedStrength(batch.citationsAfter(fact));
      if (strength === undefined || allowed === undefined || strength <= allowed) continue;
      yield {
        code: 'hedge-kept',
        severity: 'error',
        message: `The claim is recorded as “${comparableModalities[strength]?.toLowerCase()}”, but its sources support at most “${comparableModalities[allowed]?.toLowerCase()}”. If an independence group has several passages, only its weakest counts. Use the weaker modality, or cite a source from another group.`,
        fact,
        field: 'modality',
        operation: first.id,
      };
    }
  },
};
