import type { Operation } from '@chancery/changesets';
import { newDeskId, newId, type Values } from '@chancery/codebook';
import type { Draft } from '../changeset/draft.ts';

/** What a citation is for: a fact, or one of its fields. */
export interface CitationTarget {
  readonly draft: Draft;
  /** Absent for the fact as a whole. */
  readonly field?: string | undefined;
}

/** Returns one cite operation per target, each with a new citation. */
export function citeOperations(values: Values, targets: readonly CitationTarget[]): Operation[] {
  return targets.map(({ draft, field }) => ({
    id: newDeskId('operation'),
    kind: 'cite',
    type: draft.type,
    fact: draft.id,
    citation: newId('Citation'),
    values: { ...values, fact: draft.id, ...(field ? { field } : {}) },
  }));
}
