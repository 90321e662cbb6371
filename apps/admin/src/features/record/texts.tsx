import { type FactTypeName, withFullStop } from '@chancery/codebook';
import type { ReactNode } from 'react';
import { formatCount } from '../../ui/counts.ts';

/** The notes on what depends on the day, for types whose page shows more than fields, evidence and links. */
const dayNotes: Partial<Record<FactTypeName, string>> = {
  Agreement: 'the page says whether the agreement was in force, and the status of each participant, on this day',
  Organization: 'the page shows the members on this day',
  State: 'the page shows the memberships on this day',
};

/** The texts of record pages. The labels and descriptions of types, fields and links come from the codebook. */
export const texts = {
  dayNote: (type: FactTypeName) => dayNotes[type] ?? 'the page says whether each period includes this day',
  all: (plural: string) => `All ${plural}`,
  corroboration: (groups: number) => (groups === 1 ? '1 independent source' : `${groups} independent sources`),
  fields: {
    notRecorded: (labels: readonly string[]) => `Not recorded: ${labels.join(', ')}.`,
    unknown: 'unknown',
    none: 'none found',
    citations: (count: number) => (count === 1 ? '1 citation' : `${count} citations`),
  },
  evidence: {
    heading: 'Evidence for the fact as a whole',
    /**
     * The import that created the fact: batch, source and its terms. `line` is null if the line in the file is not
     * known.
     */
    imported: ({
      line,
      batch,
      source,
      licence,
    }: {
      readonly line: number | null;
      readonly batch: ReactNode;
      readonly source: ReactNode;
      readonly licence: string | null;
    }) => (
      <>
        {line === null ? 'Imported in' : `Line ${line} of`} {batch}, from {source}
        {withFullStop(licence ? `. Terms: ${licence}` : '')}
      </>
    ),
    /** @param count the citations of the fact and of its fields that the page does not show. */
    hidden: (count: number) =>
      `${formatCount(count)} more ${count === 1 ? 'citation' : 'citations'} of this fact or its fields ${count === 1 ? 'is' : 'are'} not shown.`,
  },
  claims: {
    heading: 'Claims',
    lead: 'Statements that someone is reported to have made. That a claim is listed does not mean that it is true.',
    columns: {
      claim: 'Claim',
      polarity: 'Affirms or denies',
      attribution: 'Attribution',
      date: 'Date',
      evidence: 'Evidence',
    },
  },
  disputes: {
    heading: 'Disputes',
    lead: 'Facts that cannot both be true. The register shows both, each with its first citations and a link to its page.',
    point: (point: string | null) => (point ? withFullStop(point) : 'The point at issue is not stated.'),
    view: 'View dispute',
  },
  links: {
    none: (labels: readonly string[]) => `No record of: ${labels.join(', ')}.`,
    all: (count: number) => `Show all ${formatCount(count)}`,
    evidence: 'Evidence',
    showEvidence: 'evidence',
    evidenceOf: (label: string) => `Evidence: ${label}`,
    unlabelled: 'this link',
  },
  history: {
    heading: 'History',
    revision: (revision: number) => `Revision ${revision}`,
    change: (revision: ReactNode, change: string, moment: ReactNode) => (
      <>
        {revision}: {change}, {moment}
      </>
    ),
    view: 'View at this revision',
  },
  absent: {
    retiredKind: (singular: string) => `${singular}, retired`,
    retired: 'This fact is retired',
    reason: (reason: string) => `Reason: ${reason}`,
    replacedBy: (replacement: ReactNode) => <>Replaced by: {replacement}</>,
    title: (label: string) => `${label} (retired)`,
    /** @param link a link with the text `asItStood`. */
    viewEarlier: (revision: number, link: ReactNode) => (
      <>
        It was retired in revision {revision}. You can still view and cite it {link}.
      </>
    ),
    asItStood: (revision: number) => `as it stood at revision ${revision}`,
    heading: (revision: number) => `Not in the register at revision ${revision}`,
    noSuchRecord: (revision: number, singular: string) => `Revision ${revision} has no ${singular} with this id`,
    /** @param latest a link with the text `latest`. @param list a link with the text `list`. */
    alternatives: (latest: ReactNode, list: ReactNode) => (
      <>
        {latest}, or {list}.
      </>
    ),
    latest: 'Look for it at the latest revision',
    list: (plural: string, revision: number) => `list the ${plural} of revision ${revision}`,
  },
} as const;
