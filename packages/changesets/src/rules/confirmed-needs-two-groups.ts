import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { StoredCitation } from '../rule-context.ts';

export const confirmedNeedsTwoGroups: Rule = {
  code: 'confirmed-needs-two-groups',
  description:
    'Credibility 1 (confirmed by other sources) requires supporting citations from at least two independence groups.',
  needs(operation, needs) {
    if (operation.kind !== 'cite' && operation.kind !== 'uncite' && operation.kind !== 'restore') return;
    needs.citations.add(operation.fact);
    const rows = operation.kind === 'restore' ? operation.state.citations : [operation];
    for (const { values } of rows) if (typeof values.source === 'string') needs.facts.add(values.source);
  },
  *check(batch): Generator<Problem> {
    for (const [fact, operations] of batch.facts) {
      const touched = operations.find(({ kind }) => kind === 'cite' || kind === 'uncite' || kind === 'restore');
      if (!touched) continue;
      const citations = batch.citationsAfter(fact);
      for (const confirmed of citations.filter(({ values }) => values.credibility === 1)) {
        if (groupsFor(confirmed, citations).size >= 2) continue;
        yield {
          code: 'confirmed-needs-two-groups',
          severity: 'error',
          message:
            'Credibility 1 means “confirmed by other sources”, but the supporting citations come from fewer than two independence groups. Set the credibility to 2, or cite a source from another group.',
          fact,
          operation:
            operations.find((operation) => 'citation' in operation && operation.citation === confirmed.id)?.id ??
            touched.id,
          ...(typeof confirmed.values.field === 'string' ? { field: confirmed.values.field } : {}),
        };
      }
    }
  },
};

// A citation of the whole fact also supports each of its fields.
function groupsFor(confirmed: StoredCitation, citations: readonly StoredCitation[]): Set<string> {
  const covers = (other: StoredCitation) => !other.values.field || other.values.field === confirmed.values.field;
  return new Set(
    citations.filter((other) => other.values.stance === 'SUPPORTS' && covers(other)).map(({ group }) => group),
  );
}
