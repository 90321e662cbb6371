import type { Operation } from '@chancery/changesets';
import { newDeskId, newId, type Values } from '@chancery/codebook';
import type { Draft } from '../changeset/draft.ts';

/** What a citation is given for: a fact, or some of its fields. */
export interface CitedFor {
  readonly draft: Draft;
  /** Left out for the fact as a whole. */
  readonly field?: string | undefined;
}

/** One operation for each thing that a passage is cited for. */
export function citing(values: Values, targets: readonly CitedFor[]): Operation[] {
  return targets.map(({ draft, field }) => ({
    id: newDeskId('operation'),
    kind: 'cite',
    type: draft.type,
    fact: draft.id,
    citation: newId('Citation'),
    values: { ...values, fact: draft.id, ...(field ? { field } : {}) },
  }));
}
