import { Batch, type Coverage, coverageOf, emptyContext, outlineOf } from '@chancery/changesets';
import type { Draft } from '../changeset/draft.ts';

/** How each cited field that the changeset sets on a fact is covered, by field name. The rule that reviewers see decides. */
export function coverageByField({ id, type, standing, operations }: Draft): ReadonlyMap<string, Coverage> {
  const known = {
    ...emptyContext(),
    facts: new Map(standing ? [[id, { id, type, ...standing }]] : []),
    citations: new Map(standing ? [[id, standing.citations]] : []),
  };
  const batch = new Batch(operations, outlineOf(operations), known);
  return new Map([...coverageOf(batch)].map(({ field, coverage }) => [field, coverage]));
}
