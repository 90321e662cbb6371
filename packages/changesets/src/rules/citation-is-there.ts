import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

export const citationIsThere: Rule = {
  code: 'citation-is-there',
  description: 'A citation that is taken away is there, and the id of a new one is new.',
  needs(operation, needs) {
    if (operation.kind === 'cite' || operation.kind === 'uncite') needs.citations.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      if (operation.kind !== 'cite' && operation.kind !== 'uncite') continue;
      const there = (batch.known.citations.get(operation.fact) ?? []).some(({ id }) => id === operation.citation);
      if (there === (operation.kind === 'uncite')) continue;
      const message = there
        ? 'A citation with this id is there already; a new citation needs a new id.'
        : 'The citation is no longer there: somebody else has taken it away. Discard this operation.';
      yield { code: 'citation-is-there', severity: 'error', message, fact: operation.fact, operation: operation.id };
    }
  },
};
