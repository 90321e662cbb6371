import { formatCount, pluralize } from '../../ui/counts.ts';
import { dayWords } from '../../ui/moment.ts';
import type { GroupName, SharedEnd } from './groups.ts';

/** Whether a page shows the members of an organization, or the memberships of an actor. */
type End = SharedEnd['end'];

interface GroupTexts {
  readonly title: string;
  readonly lead?: string;
}

/** Returns the same texts for the members of an organization and for the memberships of an actor. */
function both(title: string, lead?: string): Record<End, GroupTexts> {
  const group = { title, ...(lead ? { lead } : {}) };
  return { organization: group, member: group };
}

const groups: { readonly [Name in GroupName]: Readonly<Record<End, GroupTexts>> } = {
  full: { organization: { title: 'Members' }, member: { title: 'Member of' } },
  other: both('Other statuses'),
  lastRecorded: both(
    'When last recorded',
    'Sources show these memberships only up to an earlier date. It is not known whether they have ended.',
  ),
  possible: both('Possibly', 'The dates are not precise enough to say whether these memberships held on this day.'),
  unstated: both('Dates not stated', 'The register does not record when these memberships began or ended.'),
  none: both('Withdrawn, expelled or not a member'),
  outside: {
    organization: { title: 'Members at other times' },
    member: { title: 'Memberships at other times' },
  },
};

/** The texts of memberships, on the pages of organizations, states and dyads. */
export const texts = {
  groups,
  heading: (end: End, on: string) => `${end === 'organization' ? 'Members' : 'Memberships'} on ${dayWords(on)}`,
  noRecord: {
    organization: 'The register has no record of any member of this organization.',
    member: 'The register has no record of any membership.',
  },
  /** Says how many of a group are counted among the memberships that hold, because another record shows that they do. */
  duplicates: (count: number, total: number) => {
    if (total === 1) return 'This one also holds on this day according to another record and is counted there.';
    const which = count === total ? 'All of these' : `${formatCount(count)} of these`;
    return count === 1
      ? `${which} also holds on this day according to another record and is counted there.`
      : `${which} also hold on this day according to other records and are counted there.`;
  },
  columns: {
    member: 'Member',
    organization: 'Organization',
    status: 'Status',
    on: (on: string) => `On ${dayWords(on)}`,
    period: 'Period',
    evidence: 'Evidence',
  },
  noPeriod: 'not stated',
  summary: {
    /** The absence of a known member does not mean that there are none. */
    noneKnown: { organization: 'No member is known on this day', member: 'No membership is known on this day' },
    lastRecorded: (counts: readonly string[], years: string) =>
      `${counts.join(', ')} when last recorded${years === '' ? '' : `, ${years}`}`,
    possible: (counts: readonly string[]) => `${counts.join(', ')} possibly`,
    unstated: (counts: readonly string[]) => `${counts.join(', ')} with no dates stated`,
    years: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    /** @param clauses the counts of members on the day, then those of less certain readings. */
    sentence: (clauses: readonly string[]) => `${clauses.join('; ')}.`,
    ofVariousStatuses: (count: number) => `${formatCount(count)} of various statuses`,
    ofUnknownStatus: (count: number) => `${formatCount(count)} of unknown status`,
    members: (count: number) => pluralize(count, 'member'),
    suspended: (count: number) => `${formatCount(count)} suspended`,
    /** The members of an organization with another status: `4 observers`. */
    withStatus: (count: number, status: string) => `${formatCount(count)} ${status}${count === 1 ? '' : 's'}`,
    memberOf: (count: number) => `member of ${formatCount(count)}`,
    /** The memberships of an actor with another status: `observer in 4`. */
    statusIn: (count: number, status: string) => `${status} in ${formatCount(count)}`,
  },
} as const;
