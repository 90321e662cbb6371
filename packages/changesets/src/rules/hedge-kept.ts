import type { FieldValue } from '@chancery/codebook';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { StoredCitation } from '../rule-context.ts';

/** The modalities that can be compared, weakest first. All others are incomparable. */
export const strengths = ['SPECULATED', 'ALLEGED', 'REPORTED', 'ASSERTED'] as const;

/** How strong a modality is, 0 to 3, or `undefined` if it cannot be compared. */
export function strengthOf(modality: unknown): number | undefined {
  const at = (strengths as readonly unknown[]).indexOf(modality);
  return at === -1 ? undefined : at;
}

/**
 * The strongest modality that citations allow a claim to have. Each independence group speaks with its weakest voice,
 * since one author who says a thing louder on another page has not learnt more; the groups together allow the strongest
 * of these. `undefined` if no supporting citation can be compared.
 */
export function strengthAllowed(citations: readonly StoredCitation[]): number | undefined {
  const weakest = new Map<string, number>();
  for (const { group, values } of citations) {
    const strength = strengthOf(values.modality);
    if (strength === undefined || values.stance !== 'SUPPORTS' || !isOfTheClaim(values.field)) continue;
    weakest.set(group, Math.min(strength, weakest.get(group) ?? strength));
  }
  return weakest.size === 0 ? undefined : Math.max(...weakest.values());
}

// What is cited for a date or a place says nothing of how the claim itself is put.
const isOfTheClaim = (field: FieldValue | undefined) => !field || field === 'statement' || field === 'modality';

export const hedgeKept: Rule = {
  code: 'hedge-kept',
  description:
    'A claim is held in no stronger mode than its sources give it, and one source that says it louder elsewhere does not make it stronger.',
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
      const strength = strengthOf(batch.after(fact)?.modality);
      const allowed = strengthAllowed(batch.citationsAfter(fact));
      if (strength === undefined || allowed === undefined || strength <= allowed) continue;
      yield {
        code: 'hedge-kept',
        severity: 'error',
        message: `The claim is held as ${strengths[strength]?.toLowerCase()}, but its sources go no further than ${strengths[allowed]?.toLowerCase()}: the same independence group saying it louder elsewhere does not count. Keep the hedge, or cite an independent source.`,
        fact,
        field: 'modality',
        operation: first.id,
      };
    }
  },
};
