import type { FieldEvidence } from '@chancery/changesets';
import { problemSentence } from '@chancery/codebook';
import type { ReactNode } from 'react';
import { capitalize } from '../../ui/capitalize.ts';
import { formatCount, pluralize } from '../../ui/counts.ts';

/** Words for the change that a changeset makes to a fact, by the status of its draft. */
const statusWords = {
  none: 'new',
  unchanged: 'as published',
  new: 'new',
  changed: 'changed',
  retired: 'retired',
  restored: 'restored',
} as const;

/** Words for each kind of evidence that a field can have. */
const evidenceWords: Readonly<Record<FieldEvidence, string>> = {
  cited: 'cited',
  batch: 'cited by its import',
  adopted: 'adopted from a claim',
  waived: 'waived',
  missing: 'needs a citation',
};

const absences = {
  UNKNOWN: 'Unknown: there is a value, but it has not been found',
  NONE: 'None: a search confirmed that there is no value',
} as const;

/** The texts of the editor of facts. */
export const texts = {
  statusWords,
  evidenceWords,
  pageTitle: 'Edit',
  loading: 'Loading the fact…',
  notLoaded: 'The fact could not be loaded',
  notFound: {
    heading: (singular: string) => `This ${singular} was not found`,
    text: 'It is not in the register or in the current changeset. If it is a draft, switch to its changeset.',
    all: (plural: string) => `Show all ${plural}`,
  },
  retired: {
    heading: 'This fact is retired',
    restore: 'Restore this fact',
    /** The title of a changeset that is opened by restoring a fact. */
    changesetTitle: (label: string) => `Restore ${label}`,
  },
  outline: 'Fields and links',
  newFact: (singular: string) => `New ${singular}`,
  /** The title of a changeset that is opened by editing a published fact. */
  changesetTitle: (singular: string, label: string) => `${capitalize(singular)}: ${label}`,
  newFactHeading: (singular: string) => `A new ${singular}`,
  typeAndStatus: (singular: string, status: keyof typeof statusWords) => `${singular}, ${statusWords[status]}`,
  undo: 'Undo last change',
  linksAfterFirstValue: 'Enter a value in this form first. Then you can add links.',
  hiddenLinks: (count: number) =>
    count === 1
      ? '1 more link is not shown here. It can be edited on its own page.'
      : `${formatCount(count)} more links are not shown here. Each can be edited on its own page.`,
  addLink: (singular: string) => `Add ${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${singular}`,
  stack: {
    done: 'Done',
    heading: (singular: string | undefined, label: ReactNode) => (
      <>
        {singular ? `New ${singular}` : 'New'}: {label}
      </>
    ),
  },
  field: {
    required: 'required',
    needsEvidence: 'needs evidence',
    isRequired: (field: string) => `${field} is required.`,
    isNotValid: (field: string, why: string | undefined) => problemSentence(field, why ?? 'is not valid'),
    absent: { UNKNOWN: `${absences.UNKNOWN}.`, NONE: `${absences.NONE}.` },
    enterValue: 'Enter a value',
    was: (value: ReactNode, revertButton: (words: string) => ReactNode) => (
      <>
        Published value: {value}. {revertButton('Revert')}
      </>
    ),
    revertLabel: (field: string) => `Revert ${field}`,
    noValueLabel: (field: string) => `Record why there is no value for ${field}`,
    noValueHint: 'Record why there is no value',
    noValue: { ...absences, NOTHING: 'Clear: record neither a value nor a reason' },
  },
  actions: {
    retiredHere: (reason: string | undefined) => `Retired in this changeset: ${reason ?? ''}`,
    keepPublished: 'Discard retirement',
    discardChanges: 'Discard changes',
    discardFact: (singular: string) => `Discard this ${singular}`,
    discardRestoration: 'Discard restoration',
    openDispute: 'Open dispute…',
    retire: 'Retire…',
    retireHeading: (singular: string) => `Retire this ${singular}`,
    disputeHeading: (singular: string) => `Dispute this ${singular}`,
  },
  retireDialog: {
    reason: 'Reason for the retirement',
    reasonHint: 'The history shows the reason permanently.',
    redirect: 'Redirect to another fact',
    redirectHint:
      'Optional. The address of the retired fact then redirects to the fact that you choose, such as one that it duplicates.',
    inbound: 'These facts refer to this fact and are retired with it:',
    inboundWithCitations:
      'These facts and citations refer to this fact. The facts are retired with it. Remove the citations before you submit the changeset.',
    citationOf: (name: string) => `A citation of ${name}`,
    submit: 'Retire this fact',
    submitAll: 'Retire all of these facts',
  },
  disputeDialog: {
    lead: (singular: string) =>
      `A dispute records that two facts cannot both be true. Both stay in the register. Describe the dispute on the page of this ${singular}, under Disputes.`,
    other: 'The other fact',
    submit: 'Open dispute',
  },
  evidence: {
    label: 'Evidence',
    heading: 'Evidence',
    headingOf: (field: string) => `Evidence for ${field.toLowerCase()}`,
    cite: (field: string, coverage: FieldEvidence | undefined, count: number) =>
      `Cite a source for ${field}${coverage ? `: ${evidenceWords[coverage]}` : ''}, ${pluralize(count, 'citation')}`,
    history: 'History',
    publicPage: 'Public page',
    waived: (reason: string) => `Waived: ${reason}`,
    removeWaiver: 'Remove waiver',
    noCitation: 'No source is cited yet.',
    onlyImport: 'No source is cited besides the import that recorded this fact.',
  },
} as const;
