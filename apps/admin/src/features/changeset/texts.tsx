import type { Operation } from '@chancery/changesets';
import type { ReactNode } from 'react';
import type { ChangesetStatus } from '../../generated/desk/graphql.ts';
import { formatCount, pluralize } from '../../ui/counts.ts';

/** The texts of the changeset bar, its alerts and its dialog. */
export const texts = {
  bar: {
    label: 'Current changeset',
    noneOpen: 'No changeset is open. Your first edit opens one.',
    loading: 'Loading your work…',
    reviewAndSubmit: 'Review & submit',
    unnumbered: 'New changeset',
    summaryLabel: 'Changeset summary',
    counts: (created: number, changed: number, retired: number, isPartial: boolean) =>
      `Facts: ${isPartial ? 'at least ' : ''}${created} added, ${changed} changed, ${retired} retired`,
    cited: (percent: number) => `${percent} % cited or waived`,
    problems: (count: number) => pluralize(count, 'problem or conflict', 'problems and conflicts'),
    exit: 'Leave changeset',
    exitHint: 'Leave this changeset without discarding it. Your next edit opens a new changeset.',
  },
  switchMenu: {
    open: 'Switch changeset ▾',
    heading: 'Your newest open changesets',
    none: 'You have no open changesets',
    loading: 'Loading your changesets…',
  },
  saving: {
    idle: 'Nothing to save',
    saved: (time: string) => `Saved ${time}`,
    saving: 'Saving…',
    notSaved: 'Not saved',
    withVersion: (status: string, version: number) => `${status} · version ${version}`,
  },
  alerts: {
    kept: (count: number) =>
      count === 1
        ? 'One change is kept in this browser until it is saved.'
        : `${formatCount(count)} changes are kept in this browser until they are saved.`,
    signIn: 'Sign in',
    tryAgain: 'Try again',
    notSaved: (count: number) =>
      count === 1 ? 'One change is not saved.' : `${formatCount(count)} changes are not saved.`,
    moveToNewChangeset: 'Move changes to a new changeset',
    discard: 'Discard changes',
    refused: (what: string, message: string) => `Not saved (${what}): ${message}`,
    dismiss: 'Dismiss message',
    /** Words for a refused operation that sets no fields, by its kind. */
    kinds: {
      create: 'new fact',
      update: 'change',
      retire: 'retirement',
      restore: 'restoration',
      cite: 'citation',
      uncite: 'removal of a citation',
      adopt: 'adoption of a claim',
      dispute: 'dispute',
    } satisfies Readonly<Record<Operation['kind'], string>>,
    refusedWithoutReason: 'The desk refused this change and gave no reason. Reload the page and try again.',
    notTheAuthor: 'This changeset does not exist, or you are not its author. Switch to one of your own changesets.',
    closed: (status: Extract<ChangesetStatus, 'MERGING' | 'MERGED' | 'DISCARDED'>) =>
      ({
        MERGING: 'The merge of the changeset started before your last changes were saved.',
        MERGED: 'The changeset was merged before your last changes were saved.',
        DISCARDED: 'The changeset was discarded before your last changes were saved.',
      })[status],
  },
  conflict: {
    heading: 'This field was also changed in another window',
    fieldOfFact: (field: ReactNode, fact: string) => (
      <>
        {field} of {fact}
      </>
    ),
    before: 'Value before both changes',
    otherWindow: 'Value in the other window',
    thisWindow: 'Value in this window',
    keepThis: 'Keep this window’s value',
    useOther: 'Use the other window’s value',
    remaining: (count: number) => `${pluralize(count, 'more conflict')} to resolve.`,
  },
  /** Titles and reasons that are stored with a changeset. */
  stored: {
    untitled: 'Untitled',
    unsavedChanges: 'Unsaved changes',
    undone: 'Undone changes',
    undoReason: 'Undone before the changeset was merged.',
  },
} as const;
