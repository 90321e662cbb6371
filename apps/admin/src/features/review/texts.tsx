import type { ReactNode } from 'react';
import { formatCount, pluralize } from '../../ui/counts.ts';

type Link = (words: string) => ReactNode;

/** The texts of the review page of a changeset, and of the parts that other pages of a changeset share with it. */
export const texts = {
  pageTitle: 'Review',
  header: {
    title: (title: string, number: ReactNode) => (
      <>
        {number} {title}
      </>
    ),
    started: (person: string, age: ReactNode, revision: ReactNode, behind: number, version: number) => (
      <>
        Started by {person} {age}, based on {revision}
        {behind > 0 ? ` (${pluralize(behind, 'revision')} behind the register)` : ''}. Version {version}.
      </>
    ),
    reverts: (revision: ReactNode) => <> Reverts {revision}.</>,
    mergedAs: (revision: ReactNode) => <> Merged as {revision}.</>,
    checksLabel: 'Checks',
    checkName: (name: string) => `${name}:`,
    checkedAt: (revision: number) =>
      `The changeset was checked on submission, at revision ${revision}. It is checked again when it is merged.`,
    views: 'Pages of the changeset',
    changeset: 'Changeset',
    review: 'Review',
    conflicts: (count: number) => `Conflicts (${count})`,
  },
  checks: {
    rules: 'Rules',
    notChecked: 'not checked yet; a changeset of this size is checked when it is submitted',
    noErrors: 'no errors',
    errors: (count: number) => pluralize(count, 'error'),
    conflicts: 'Conflicts',
    noConflicts: 'no conflicts',
    fieldsInConflict: (count: number) => `${pluralize(count, 'field')} in conflict`,
    evidence: 'Evidence',
    noneMissing: 'no evidence missing',
    covered: (percent: number) => `${percent} % of the fields have evidence or a waiver`,
    /** @param isCut True if the server listed only some of the problems, so that more evidence may be missing. */
    missing: (count: number, percent: number | null, isCut: boolean) =>
      `${isCut ? 'at least ' : ''}${pluralize(count, 'field')} without evidence or a waiver${
        percent === null ? '' : `; ${percent} % of the fields have one`
      }`,
    warnings: 'Warnings',
    warningCount: (count: number, isCut: boolean) => `${isCut ? 'at least ' : ''}${formatCount(count)}`,
  },
  changes: {
    changeCount: (count: number, sort: string) => `${formatCount(count)} ${sort}`,
    withChangedCitationsOnly: 'with changed citations only',
    heading: 'Changes',
    viewed: (count: number, total: number, isPage: boolean) =>
      isPage ? `${count} of ${total} on this page viewed` : `${count} of ${total} viewed`,
    viewedMark: 'viewed',
    /** Read by screen readers after the label of a fact. */
    sortSuffix: (sort: string) => `, ${sort}`,
    keys: (next: ReactNode, previous: ReactNode) => (
      <>
        {next} for the next fact, {previous} for the previous one
      </>
    ),
    compareWith: 'Compare with',
    withRegister: 'the register as it is now',
    withBase: 'what the author saw',
    backToFirst: 'Back to the first page of records',
    next: 'Next records',
    none: 'No changes',
    noneAtAll: 'The changeset has no operations, or they cancel each other out. There is nothing to review.',
    noneOnPage: 'There are no changes on this page.',
  },
  fact: {
    typeAndSort: (singular: string, sort: string) => `${singular}, ${sort}`,
    publicPage: 'Public page',
    history: 'History',
    viewed: 'Viewed',
    retired: 'Retired:',
    noReason: 'no reason given',
    willRedirect: (target: ReactNode) => <>Its address will redirect to {target}.</>,
    hasRedirected: (target: ReactNode) => <>The merge redirected its address to {target}.</>,
    evidence: 'Evidence for the whole fact',
    byImport: (batch: ReactNode, line: number | string) => (
      <>
        Cited by the import batch {batch}, line {line}
      </>
    ),
    waived: 'Waived:',
    fieldOfFact: (field: string, fact: string) => `${field} of ${fact}`,
    inConflict: '! in conflict with the register',
    adopted: (claim: ReactNode, reason: string) => (
      <>
        Adopted from {claim}: {reason}
      </>
    ),
    comment: 'Comment',
    seeEvidenceAbove: 'See the evidence for the whole fact above.',
    noCitation: 'No source is cited',
    /** Shown if a field is set to the value that it already has, by the value that it is compared with. */
    same: {
      live: 'same as in the register',
      base: 'same as before',
    },
    removed: 'Removed:',
    was: 'Was:',
    isNew: 'New:',
    becomes: 'Becomes:',
    added: (text: ReactNode, hidden: (words: string) => ReactNode) => (
      <>
        {hidden('[added: ')}
        {text}
        {hidden('] ')}
      </>
    ),
    deleted: (text: ReactNode, hidden: (words: string) => ReactNode) => (
      <>
        {hidden('[removed: ')}
        {text}
        {hidden('] ')}
      </>
    ),
    noValue: 'no value',
  },
  citation: {
    states: { new: 'new citation', existing: 'existing citation', removed: 'citation removed' },
    noSource: 'source not stated',
    /** A source with the locator of the cited passage, if there is one. */
    located: (source: ReactNode, locator: string) => (
      <>
        {source}
        {locator ? `, ${locator}` : ''}
      </>
    ),
    hedge: (words: ReactNode) => <>, {words}</>,
    attributedTo: (fact: ReactNode) => <>, attributed to {fact}</>,
    notStated: 'not stated',
  },
  comments: {
    label: 'Reviews and comments',
    /** Who gave a verdict on which version, and how long ago, by the verdict. */
    byline: {
      APPROVE: (person: ReactNode, version: number, age: ReactNode) => (
        <>
          {person} approved version {version} {age}
        </>
      ),
      REQUEST_CHANGES: (person: ReactNode, version: number, age: ReactNode) => (
        <>
          {person} requested changes to version {version} {age}
        </>
      ),
      COMMENT: (person: ReactNode, version: number, age: ReactNode) => (
        <>
          {person} commented on version {version} {age}
        </>
      ),
    },
    olderVersion: ' (not the latest version)',
    onVersion: (person: ReactNode, age: ReactNode, version: number) => (
      <>
        {person} {age}, on version {version}
      </>
    ),
    formLabel: (subject: string) => `Comment on ${subject}`,
    theChangeset: 'the changeset',
    add: 'Add comment',
    cancel: 'Cancel',
  },
  error: {
    forbidden: 'You do not have permission',
    failed: 'The request failed',
    signIn: 'Sign in',
    reference: (id: string) => `Error reference: ${id}`,
  },
  noSuchChangeset: {
    heading: 'There is no such changeset',
    text: (allLink: Link) => <>Check the address, or choose from {allLink('all changesets')}.</>,
  },
  groups: {
    noSuchGroup: (group: string) => `group: the changeset has no group “${group}”. Choose one on its review page.`,
    lead: (count: number) =>
      `This changeset makes ${pluralize(count, 'change')} to records and links. They are listed in groups. Open a group to see its changes.`,
    caption: 'Groups of the changeset',
    changes: 'Changes',
    warning: 'Warning',
    noWarning: 'no warning',
    notChecked: 'not checked yet',
    examples: 'Examples',
    seenBy: 'Marked by',
    seenByNobody: 'nobody yet',
    needsChangesSuffix: (note: string) => ` (needs changes: ${note})`,
    show: 'Show groups',
    all: 'All groups',
    withWarnings: 'Groups with warnings',
    kindWithWarnings: (changes: string, warned: number) => `${changes}, ${formatCount(warned)} with warnings`,
  },
  group: {
    label: 'This group',
    path: (allLink: Link, group: ReactNode, warning: string | undefined) => (
      <>
        {allLink('All groups')} / {group}
        {warning === undefined ? '' : `, warning: ${warning}`}
      </>
    ),
    needsChanges: (person: string, note: string) => `Needs changes, according to ${person}: ${note}`,
    seenBy: (person: string) => `Seen by ${person}`,
    markAsSeen: 'Mark as seen',
    noteChanges: 'Mark as needing changes…',
    hint: 'Marks are notes for the other reviewers. A verdict is on the whole changeset.',
    whatHasToChange: 'What has to change',
    saveNote: 'Mark as needing changes',
    cancel: 'Cancel',
  },
  verdict: {
    label: 'Your verdict',
    contributor: 'Editors review and merge. As a contributor you can comment.',
    keys: (keys: ReactNode, switchLink: Link) => (
      <>
        Keys for these buttons: {keys}. {switchLink('Switch keys off')}
      </>
    ),
    ownWork: 'You are the author. Another editor must approve this changeset.',
    cancel: 'Cancel',
    close: 'Close without a verdict',
    writeCommentFirst: 'Write the comment first.',
    sayWhatHasToChange: 'Say what has to change.',
    APPROVE: {
      label: 'Approve',
      heading: (number: string, title: string) => `Approve ${number} “${title}”?`,
      hint: 'The changeset can be merged.',
      body: 'Reason (optional)',
      submit: (version: number) => `Approve version ${version}`,
    },
    REQUEST_CHANGES: {
      label: 'Request changes',
      heading: (number: string, title: string) => `Request changes to ${number} “${title}”?`,
      hint: 'The changeset goes back to its author. Say what has to change.',
      body: 'What has to change',
      submit: (version: number) => `Return version ${version}`,
    },
    COMMENT: {
      label: 'Comment',
      hint: 'The comment does not change the status of the changeset.',
      body: 'Your comment',
      submit: (version: number) => `Comment on version ${version}`,
    },
  },
} as const;
