import { addsFact } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

export const factIsThere: Rule = {
  code: 'fact-is-there',
  description:
    'Only a fact that is in the register or that the changeset adds can be changed, retired or cited. A new fact must have a new id. The id of a retired fact can be used only to restore that fact.',
  needs(operation, needs) {
    needs.facts.add(operation.fact);
    needs.tombstones.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      const exists = batch.context.facts.has(operation.fact);
      const wasRetired = batch.context.tombstones.has(operation.fact);
      const message = addsFact(operation)
        ? whyNotNew(operation.kind, exists, wasRetired)
        : whyMissing(operation.kind, exists || batch.outline.added.has(operation.fact), wasRetired);
      if (message)
        yield { code: 'fact-is-there', severity: 'error', message, fact: operation.fact, operation: operation.id };
    }
  },
};

function whyNotNew(kind: string, exists: boolean, wasRetired: boolean): string | undefined {
  if (exists)
    return kind === 'restore'
      ? 'This fact is in the register already, so it cannot be restored. Discard this operation.'
      : 'The register already has a fact with this id. Give the new fact a new id.';
  if (kind === 'restore')
    return wasRetired ? undefined : 'The register has no retired fact with this id to restore. Discard this operation.';
  return wasRetired ? 'A fact with this id was retired. Restore it instead of creating it again.' : undefined;
}

function whyMissing(kind: string, exists: boolean, wasRetired: boolean): string | undefined {
  if (exists) return undefined;
  const action =
    kind === 'retire'
      ? 'retire'
      : kind === 'cite'
        ? 'cite a source for'
        : kind === 'uncite'
          ? 'remove a citation from'
          : 'change';
  return wasRetired
    ? `You cannot ${action} this fact, because it has been retired. Discard this operation, or restore the fact first.`
    : `The register has no fact with this id, so you cannot ${action} it. Discard this operation.`;
}
