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
    /** Shown if there are more changesets in review than are loaded, and all loaded ones are the editor's own. */
    newestAreYours: 'The newest changesets in review are all yours.',
    toMerge: 'Approved or being merged',
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
      'You have no changesets in review. Changesets that you submit are listed here until they are merged, returned or withdrawn.',
    merged: 'Recently merged',
    nothingMerged: 'No changeset has been merged yet.',
  },
  list: {
    heading: 'Changesets',
    status: 'Status',
    anyStatus: 'Any status',
    author: 'Author',
    anyAuthor: 'Anybody',
    me: 'Me',
    filter: 'Filter changesets',
    none: 'There are no changesets to list',
    noneMatches: 'No changesets match these filters',
    showAll: 'Show all changesets',
    howToOpenOne: 'Open a record and edit it. Your first edit opens a changeset.',
    pages: 'Pages',
    newest: 'Newest changesets',
    older: 'Older changesets',
  },
} as const;
