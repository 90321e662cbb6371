import { Batch, coveredFields, emptyContext, type FieldEvidence, outlineOf } from '@chancery/changesets';
import type { Draft } from '../changeset/draft.ts';

/**
 * Returns the kind of evidence for each field that needs evidence and that the changeset sets, or from which it removes
 * evidence, by field name. Uses the same rule as the server.
 */
export function evidenceByField({ id, type, published, operations }: Draft): ReadonlyMap<string, FieldEvidence> {
  const context = {
    ...emptyContext(),
    facts: new Map(published ? [[id, { id, type, ...published }]] : []),
    citations: new Map(published ? [[id, published.citations]] : []),
  };
  const batch = new Batch(operations, outlineOf(operations), context);
  return new Map([...coveredFields(batch)].map(({ field, coverage }) => [field, coverage]));
}
