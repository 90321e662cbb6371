import type { OperationPartsFragment } from '../../generated/desk/graphql.ts';
import { type FactDiff, factDiff } from '../review/fact-diff.ts';

/** What a revision did to a fact, read as a reviewer would: against what was seen when it was written. */
export function stepDiff(fact: string, operations: readonly OperationPartsFragment[]): FactDiff {
  return factDiff({
    fact,
    // Read from the id, not from here.
    type: 'STATE',
    label: fact,
    operations: [...operations],
    standing: null,
    conflicts: [],
    problems: [],
  });
}
