import type { ReactNode } from 'react';

/** The texts of the history of a fact at the desk. */
export const texts = {
  heading: (label: ReactNode) => <>History of {label}</>,
  edit: 'Edit',
  publicPage: 'Public page',
  retired: {
    title: 'This fact is retired',
    reason: (reason: string) => `Reason: ${reason}`,
  },
  none: 'There are no changes to show',
  older: 'Older changes',
  revision: (revision: number) => `Revision ${revision}`,
  authors: (moment: ReactNode, author: string, merger: string) => (
    <>
      {moment}, written by {author}, merged by {merger}.
    </>
  ),
  view: 'View at this revision',
  change: (type: string, change: string) => `${type}, ${change}`,
} as const;
