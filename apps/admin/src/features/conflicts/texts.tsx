import type { ReactNode } from 'react';
import { pluralize } from '../../ui/counts.ts';

/** The texts of the page on which the conflicts of a changeset are resolved. */
export const texts = {
  heading: 'Conflicts',
  /** Shown if no conflicts are listed: none were found, or the changeset was not checked. */
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
  remaining: (count: number) => `${pluralize(count, 'conflict')} still to resolve`,
  resolvedSuffix: ', resolved',
  unresolvedSuffix: ', not resolved',
  save: 'Save choices',
  cancel: 'Cancel',
  whenToSave: 'You can save when every conflict is resolved.',
  cancelHint: 'Cancel discards your choices and changes nothing.',
  authorOnly: 'Only the author of the changeset can resolve its conflicts.',
  notSaved: 'Your choices were not saved',
  /** A field and its fact as plain text, for the list of conflicts. */
  fieldOfFact: (field: string, fact: string) => `${field} of ${fact}`,
  fieldOfFactHeading: (field: string, fact: ReactNode) => (
    <>
      {field} of {fact}
    </>
  ),
  /** The headings of the three values of a conflict, for the author and for other readers. */
  sides: {
    author: { base: 'Value before your change', theirs: 'Value in the register now', yours: 'Your value' },
    reader: {
      base: 'Value before the author’s change',
      theirs: 'Value in the register now',
      yours: 'Value of the author',
    },
  },
  lastChange: (person: string, day: string, revision: ReactNode, title: string) => (
    <>
      Changed by {person} on {day} in {revision}: {title}
    </>
  ),
  takeTheirs: 'Use the register’s value',
  keepMine: 'Keep your value',
  otherValue: {
    enter: 'Enter another value',
    chosen: (value: ReactNode) => <> Chosen: {value}</>,
    use: 'Use this value',
    back: 'Back to the choices',
  },
} as const;
