import type { OperationPartsFragment } from '../../generated/desk/graphql.ts';
import { type FactDiff, factDiff } from '../review/fact-diff.ts';

/** What one merged operation did to its fact, read as a reviewer would: against what was seen when it was written. */
export function stepDiff(operation: OperationPartsFragment): FactDiff {
  return factDiff({
    fact: operation.fact,
    type: 'STATE',
    label: operation.fact,
    operations: [operation],
    standing: null,
    conflicts: [],
    problems: [],
  });
}
