import type { ReactNode } from 'react';

/** The texts of the page where the conflicts of a changeset are resolved. */
export const texts = {
  heading: 'Conflicts',
  /** When there is nothing to resolve: because there are no conflicts, or because it is not known. */
  none: {
    checked: { heading: 'No conflicts', text: 'No conflicts were found in the last check.' },
    large: {
      heading: 'Not checked',
      text: 'The changeset is large. It is checked for conflicts when it is submitted.',
    },
    closed: {
      heading: 'Not checked',
      text: 'A changeset that is merged, being merged or discarded is not checked for conflicts.',
    },
  },
  backToChangeset: 'Back to the changeset',
  place: (place: number, count: number) => `Conflict ${place} of ${count}`,
  allResolved: 'All conflicts are resolved. Save to keep your choices.',
  remaining: (count: number) => `${count} still to resolve`,
  resolvedSuffix: ', resolved',
  unresolvedSuffix: ', not resolved',
  save: 'Save choices',
  cancel: 'Cancel',
  whenToSave: 'You can save when every conflict is resolved.',
  cancelHint: 'Cancelling discards your choices and changes nothing.',
  authorOnly: 'Only the author of the changeset can resolve its conflicts.',
  notSaved: 'Not saved',
  /** One field of one fact. In the list of conflicts both are plain text. */
  fieldOfFact: (field: string, fact: string) => `${field} of ${fact}`,
  fieldOfFactHeading: (field: string, fact: ReactNode) => (
    <>
      {field} of {fact}
    </>
  ),
  /** The headings of the three values, for the author and for other readers. */
  sides: {
    author: { base: 'Before your change', theirs: 'In the register now', yours: 'Yours' },
    reader: { base: 'Before the author’s change', theirs: 'In the register now', yours: 'The author’s' },
  },
  lastChange: (person: string, day: string, revision: ReactNode, title: string) => (
    <>
      {person}, {day}, {revision}: {title}
    </>
  ),
  takeTheirs: 'Use the register’s value',
  keepMine: 'Keep your value',
  otherValue: {
    enter: 'Enter another value',
    chosen: (value: ReactNode) => <> Chosen: {value}</>,
    use: 'Use this value',
    back: 'Back',
  },
} as const;
