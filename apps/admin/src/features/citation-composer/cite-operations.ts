import type { Operation } from '@chancery/changesets';
import { newDeskId, newId, type Values } from '@chancery/codebook';
import type { Draft } from '../changeset/draft.ts';

/** A fact, or one of its fields, that a citation is given for. */
export interface CitationTarget {
  readonly draft: Draft;
  /** Absent for the fact as a whole. */
  readonly field?: string | undefined;
}

/** Returns one cite operation, with a citation of its own, per target. */
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
