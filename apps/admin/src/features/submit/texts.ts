import type { FieldEvidence } from '../../generated/desk/graphql.ts';
import { formatCount, pluralize } from '../../ui/counts.ts';

/** The part of a large changeset that its page lists. */
const firstPart = (count: number) => `the first ${formatCount(count)} records and links`;

/** The texts of the page of a changeset, on which its author submits it. */
export const texts = {
  pageTitle: 'Changeset',
  continueEditing: (changeset: string) => `Continue editing ${changeset}`,
  withdraw: 'Withdraw from review',
  discard: { label: 'Discard changeset', question: 'None of the changes will be merged. Discard the changeset?' },
  goToReview: 'Go to the review',
  notDone: 'The action failed',
  notChecked: 'The changeset could not be checked',
  form: {
    label: 'Submit for review',
    title: 'Title',
    titleHint: 'A short summary of the changes.',
    reason: 'Reason',
    reasonHint: 'For the reviewers: what is new, what your sources are, and what you are unsure about.',
    submit: 'Submit for review',
    blocked: (blockers: readonly string[]) => `Cannot be submitted yet: ${blockers.join(', ')}.`,
    unchecked: (version: number) => `Version ${version} is checked when you submit it.`,
    large: (version: number) =>
      `Version ${version} is large. It is checked in the background after you submit it. If it has no errors or conflicts, it goes to the reviewers.`,
    ready: (version: number, warnings: number) =>
      `Version ${version} will go to the reviewers${warnings > 0 ? `, with ${pluralize(warnings, 'warning')}` : ''}.`,
    notSubmitted: 'The changeset was not submitted',
  },
  /** The reasons that prevent a submission, for the list in `form.blocked`. */
  blockers: {
    title: 'no title',
    reason: 'no reason',
    changes: 'no changes',
    errors: (count: number) => pluralize(count, 'error'),
    conflicts: (count: number) => pluralize(count, 'conflict'),
  },
  problems: {
    heading: 'Problems',
    inConflict: (count: number) => `${pluralize(count, 'field')} in conflict`,
    changedSince: 'The register has changed in these fields since the changeset was edited.',
    resolve: 'Resolve the conflicts',
    see: 'See the conflicts',
    cut: (errors: number, listed: number) =>
      `${pluralize(errors, 'error')} in total. The first ${formatCount(listed)} are listed.`,
    error: '✕ error',
    warning: '! warning',
    /** A field of a fact, to follow the label of the fact. */
    fieldSuffix: (field: string) => `, ${field}`,
  },
  sources: {
    heading: 'Sources cited',
    lead: (count: number) => `Cited by ${firstPart(count)}.`,
    reliability: (letter: string) => `reliability ${letter}, `,
    citations: (count: number) => pluralize(count, 'citation'),
  },
  evidence: {
    heading: 'Evidence',
    lead: (percent: number, missing: number) =>
      `${percent} % of the changed fields that need evidence have evidence or a waiver${
        missing > 0 ? `; ${formatCount(missing)} still ${missing === 1 ? 'needs' : 'need'} a citation or a waiver` : ''
      }.`,
    fields: (count: number, listed: number) =>
      listed < count ? `The first ${formatCount(listed)} of ${pluralize(count, 'field')}` : pluralize(count, 'field'),
    caption: 'Evidence for each listed field',
    fact: 'Fact',
    field: 'Field',
    coverage: {
      MISSING: '✕ evidence missing',
      CITED: '✓ cited',
      BATCH: '✓ cited by its import',
      ADOPTED: '✓ adopted from a claim',
      WAIVED: '– citation waived',
    } satisfies Readonly<Record<FieldEvidence, string>>,
  },
  changes: {
    heading: 'Changes',
    ofFirstPart: (count: number, tally: string) => `Of ${firstPart(count)}: ${tally}`,
    discardLabel: (fact: string) => `Discard changes to ${fact}`,
    discard: 'Discard changes',
    discardAll: {
      label: 'Discard all',
      question: 'This removes every change. The empty changeset remains. Discard all?',
    },
    none: 'No changes',
    discarded: 'The changeset was discarded.',
    howToAdd:
      'The changeset has no operations, or they cancel each other out. To add changes, edit a record while this changeset is open.',
    cut: 'Only the first changes are listed here.',
    rest: 'See the rest in the review',
  },
} as const;
