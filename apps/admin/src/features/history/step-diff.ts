import type { OperationPartsFragment } from '../../generated/desk/graphql.ts';
import { type FactDiff, factDiff } from '../review/fact-diff.ts';

/**
 * Returns the difference that the operations of one revision made to a fact, against the base values that the author
 * saw.
 */
export function stepDiff(fact: string, operations: readonly OperationPartsFragment[]): FactDiff {
  return factDiff({
    fact,
    // Required by the type, but not used: factDiff reads the type from the id.
    type: 'STATE',
    label: fact,
    operations: [...operations],
    standing: null,
    conflicts: [],
    problems: [],
  });
}
