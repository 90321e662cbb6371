import type { ReactNode } from 'react';

/** The texts of the inbox, the list of changesets and the badges of changesets. */
export const texts = {
  changesetNumber: (number: number) => `CS-${number}`,
  untitled: 'Untitled',
  revision: (number: number) => `revision ${number}`,
  you: 'you',
  unknownPerson: 'unknown user',
  justNow: 'just now',
  inbox: {
    heading: 'Inbox',
    allChangesets: 'All changesets',
    returned: 'Returned to you',
    toReview: 'Awaiting your review',
    nothingToReview: 'No changesets of other authors are waiting for review.',
    /** Shown if only the newest changesets in review are loaded, and all of these are the editor's own. */
    newestAreYours: 'The newest changesets in review are all yours.',
    toMerge: 'Approved, to be merged',
    nothingToMerge: 'No changesets are waiting to be merged.',
    drafts: 'Your drafts',
    noDrafts: (exercisesLink: (words: string) => ReactNode) => (
      <>
        You have no drafts. Open a record, such as one of the {exercisesLink('exercises')}, and edit it. Your first edit
        opens a changeset.
      </>
    ),
    underReview: 'Your changesets in review',
    nothingUnderReview:
      'You have no changesets in review. Changesets that you submit are listed here until they are merged or returned.',
    merged: 'Recently merged',
    nothingMerged: 'Nothing has been merged yet.',
  },
  list: {
    heading: 'Changesets',
    status: 'Status',
    anyStatus: 'Any',
    author: 'Author',
    anyAuthor: 'Anybody',
    me: 'Me',
    filter: 'Filter',
    none: 'No changesets',
    noneMatches: 'No changesets match',
    showAll: 'Show all',
    howToOpenOne: 'Open a record and edit it. Your first edit opens a changeset.',
    pages: 'Pages',
    newest: 'Newest',
    older: 'Older',
  },
} as const;
