import type { ReactNode } from 'react';
import type { JobPartsFragment } from '../../generated/desk/graphql.ts';
import { formatCount, pluralize } from '../../ui/counts.ts';

type Link = (words: string) => ReactNode;

const nouns: Readonly<Record<JobPartsFragment['kind'], string>> = { SUBMIT: 'submission', MERGE: 'merge' };

const phases: Readonly<Record<string, string>> = {
  waiting: 'Waiting for other jobs to finish.',
  reading: 'Reading the changeset.',
  checking: 'Checking the changeset against the rules.',
  applying: 'Applying the changeset to the register.',
  recording: 'Writing the revision.',
};

/** The texts of merging and reverting, and of the jobs that submit and merge in the background. */
export const texts = {
  /** For fields in conflict. Does not say who changed them, since another changeset of the same author may have. */
  fieldsHaveChanged: (count: number) =>
    `${pluralize(count, 'field')} ${count === 1 ? 'has' : 'have'} changed in the register since the changeset was edited. Resolve the conflicts first.`,
  job: {
    phase: (phase: string) => phases[phase] ?? `Running (${phase}).`,
    /** Follows the phase. The total is undefined as long as it is not known. */
    progress: (done: number, total: number | undefined) =>
      total === undefined
        ? ` ${pluralize(done, 'operation')} so far.`
        : ` ${formatCount(done)} of ${pluralize(total, 'operation')}.`,
    noAnswer: (message: string) => `${message} The job does not depend on this page and is not affected.`,
    progressLabel: (kind: JobPartsFragment['kind']) => `Progress of the ${nouns[kind]}`,
    canLeave: (kind: JobPartsFragment['kind']) =>
      `You can leave this page. The ${nouns[kind]} continues in the background.`,
  },
  submission: {
    closed: 'The status of the changeset does not allow a submission. Reload the page to see the status.',
    stale: 'The changeset has changed since it was submitted. Check it and submit it again.',
    failed: 'The submission failed. Try again.',
  },
  merge: {
    button: 'Merge',
    heading: (number: string, title: string) => `Merge ${number} “${title}”?`,
    confirm: (version: number) => `Merge version ${version}`,
    cancel: 'Cancel',
    close: 'Close without merging',
    hint: (version: number) =>
      `Version ${version} becomes the next revision of the register. Either all of its changes are merged, or none.`,
    lastFailed: 'The last merge failed',
    conflicts:
      'The same fields have changed in the register. The changeset became a draft again. Its author has to resolve the conflicts and submit it again.',
    refused: (problems: readonly string[]) =>
      `The merge was refused. ${problems.join(' ') || 'The changeset no longer passes the rules of the register.'} The changeset became a draft again.`,
    closed: 'The status of the changeset does not allow a merge. Reload the page to see the status.',
    stale: 'The changeset has changed since it was approved. Review it again.',
    failed: 'The merge failed. Try again.',
  },
  notMerged: {
    heading: 'Not merged',
    conflicts: 'Not merged: the same fields have changed in the register',
    conflictsText: (count: number) =>
      `${pluralize(count, 'field')} ${count === 1 ? 'has' : 'have'} changed in the register since the author edited ${count === 1 ? 'it' : 'them'}. The changeset is a draft again, and none of its changes were merged.`,
    resolve: 'Resolve the conflicts',
    authorResolves: (conflictsLink: Link) => (
      <>The author has to resolve the conflicts and submit the changeset again. {conflictsLink('See the conflicts')}</>
    ),
    refused: 'Not merged: the changeset was refused',
    refusedText: 'The changeset is a draft again, and none of its changes were merged.',
  },
  merged: {
    mergedAs: (revision: ReactNode) => <>Merged as {revision}.</>,
    /** For the first listed fact that is not retired. It has no public page if the terms of its sources forbid it. */
    publicPage: (fact: ReactNode) => <>Look up {fact} on the public pages.</>,
  },
  revert: {
    open: (revision: number) => `Revert revision ${revision}…`,
    reason: (revision: number) => `Reason for reverting revision ${revision}`,
    hint: 'This opens a changeset that undoes the revision. The changeset is submitted and reviewed like any other.',
    submit: 'Open changeset',
    cancel: 'Cancel',
  },
} as const;
