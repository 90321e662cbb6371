import { sameValue, type Values } from '@chancery/codebook';
import type { CitationRow, FactState } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

export const restoredAsItWas: Rule = {
  code: 'restored-as-it-was',
  description:
    'A restoration brings a fact back with the batch and with citations that it had, none of them altered. What is to be different is changed beside it, with evidence of its own.',
  needs(operation, needs) {
    if (operation.kind === 'restore') needs.tombstones.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      if (operation.kind !== 'restore') continue;
      const was = batch.known.tombstones.get(operation.fact)?.was;
      const wrong = was && whatDiffers(was, operation.state);
      if (!wrong) continue;
      yield {
        code: 'restored-as-it-was',
        severity: 'error',
        message: `The restoration does not bring back ${wrong} as they were. Take the state from the retired fact, and change it in operations of their own.`,
        fact: operation.fact,
        operation: operation.id,
      };
    }
  },
};

function whatDiffers(was: FactState, now: FactState): string | undefined {
  if (was.batch?.id !== now.batch?.id || was.batch?.line !== now.batch?.line) return 'the batch and line';
  const had = (citation: CitationRow) => was.citations.some((other) => sameCitation(citation, other));
  return now.citations.every(had) ? undefined : 'the citations';
}

function sameCitation(a: CitationRow, b: CitationRow): boolean {
  return a.id === b.id && sameValues(a.values, b.values);
}

function sameValues(a: Values, b: Values): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => sameValue(a[name], b[name]));
}
