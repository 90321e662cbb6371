import type { ReactNode } from 'react';
import { pluralize } from '../../ui/counts.ts';
import { momentWords } from '../../ui/moment.ts';

/** The texts of the list of revisions, and of the page of one revision. */
export const texts = {
  revision: (number: number) => `Revision ${number}`,
  list: {
    heading: 'Revisions',
    lead: (parameter: ReactNode) => (
      <>
        Every change to the register is part of a numbered revision. To view any page at a past revision, add{' '}
        {parameter} and the number to its address.
      </>
    ),
    pages: { name: 'Pages', later: '← Later revisions', earlier: 'Earlier revisions →' },
    facts: (day: ReactNode, operations: number) => (
      <>
        {day}, {pluralize(operations, 'operation')}
      </>
    ),
    /** Like `facts`, for a revision that reverts another. */
    factsOfRevert: (day: ReactNode, operations: number, reverted: ReactNode) => (
      <>
        {day}, {pluralize(operations, 'operation')}, reverts {reverted}
      </>
    ),
    reverted: (number: number) => `revision ${number}`,
  },
  page: {
    eyebrow: (number: number, at: string) => `Revision ${number}, ${momentWords(at)}`,
    revisions: 'Revisions',
    previous: (number: number) => `← Revision ${number}`,
    view: 'View the register at this revision',
    all: 'All revisions',
    changes: 'Changes',
    more: 'More changes →',
    columns: { ordinal: 'Number', change: 'Change', type: 'Type', fact: 'Fact' },
  },
} as const;
