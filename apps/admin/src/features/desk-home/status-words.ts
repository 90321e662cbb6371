import type { ChangesetStatus } from '../../generated/desk/graphql.ts';

/** Where a changeset stands: in a word, and in a sentence that says what happens next. */
export const statusWords: Readonly<Record<ChangesetStatus, { readonly word: string; readonly sentence: string }>> = {
  DRAFT: { word: 'Draft', sentence: 'Being worked on. Nobody is asked for anything yet.' },
  SUBMITTED: { word: 'In review', sentence: 'Submitted, and waiting for somebody other than its author to review it.' },
  APPROVED: { word: 'Approved', sentence: 'Approved, and waiting for an editor to merge it.' },
  RETURNED: {
    word: 'Changes requested',
    sentence: 'A reviewer asked for changes. Its author mends it and submits it again.',
  },
  MERGING: { word: 'Merging', sentence: 'Being merged into the register. It cannot be changed meanwhile.' },
  MERGED: { word: 'Merged', sentence: 'Part of the register.' },
  DISCARDED: { word: 'Given up', sentence: 'Given up. Nothing of it reached the register.' },
};

/** The states of a changeset in the order of its life. */
export const statuses = Object.keys(statusWords) as ChangesetStatus[];
