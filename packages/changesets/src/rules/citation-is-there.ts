import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

export const citationIsThere: Rule = {
  code: 'citation-is-there',
  description: 'Only a citation that exists can be removed, and a new citation must have a new id.',
  needs(operation, needs) {
    if (operation.kind === 'cite' || operation.kind === 'uncite') needs.citations.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      if (operation.kind !== 'cite' && operation.kind !== 'uncite') continue;
      const exists = (batch.context.citations.get(operation.fact) ?? []).some(({ id }) => id === operation.citation);
      if (exists === (operation.kind === 'uncite')) continue;
      const message = exists
        ? 'The register already has a citation with this id. Give the new citation a new id.'
        : 'The fact has no citation with this id; another editor may have removed it. Discard this operation.';
      yield { code: 'citation-is-there', severity: 'error', message, fact: operation.fact, operation: operation.id };
    }
  },
};
