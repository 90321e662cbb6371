import { Batch, type Coverage, coverageOf, emptyContext, outlineOf } from '@chancery/changesets';
import type { Draft } from '../changeset/draft.ts';

/**
 * Returns the evidence coverage of each field that the changeset sets on a fact and that needs evidence, by field name. Uses
 * the same rule as the server.
 */
export function coverageByField({ id, type, published, operations }: Draft): ReadonlyMap<string, Coverage> {
  const context = {
    ...emptyContext(),
    facts: new Map(published ? [[id, { id, type, ...published }]] : []),
    citations: new Map(published ? [[id, published.citations]] : []),
  };
  const batch = new Batch(operations, outlineOf(operations), context);
  return new Map([...coverageOf(batch)].map(({ field, coverage }) => [field, coverage]));
}
