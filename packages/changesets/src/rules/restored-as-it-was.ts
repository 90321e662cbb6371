import { isSameValue, type Values } from '@chancery/codebook';
import type { CitationRow, FactState } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

export const restoredAsItWas: Rule = {
  code: 'restored-as-it-was',
  description:
    'A restoration brings a fact back with its former import batch and with its former citations, unchanged. New or changed citations are separate operations.',
  needs(operation, needs) {
    if (operation.kind === 'restore') needs.tombstones.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      if (operation.kind !== 'restore') continue;
      const was = batch.context.tombstones.get(operation.fact)?.was;
      const difference = was && differingPart(was, operation.state);
      if (!difference) continue;
      yield {
        code: 'restored-as-it-was',
        severity: 'error',
        message: `The restoration changes ${difference} of the retired fact. Restore the fact as it was when it was retired, and make changes in separate operations.`,
        fact: operation.fact,
        operation: operation.id,
      };
    }
  },
};

function differingPart(was: FactState, now: FactState): string | undefined {
  if (was.batch?.id !== now.batch?.id || was.batch?.line !== now.batch?.line) return 'the import batch or line';
  const isUnchanged = (citation: CitationRow) => was.citations.some((other) => sameCitation(citation, other));
  return now.citations.every(isUnchanged) ? undefined : 'the citations';
}

function sameCitation(a: CitationRow, b: CitationRow): boolean {
  return a.id === b.id && sameValues(a.values, b.values);
}

function sameValues(a: Values, b: Values): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSameValue(a[name], b[name]));
}
