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
  full: both('Full memberships'),
  other: both('Memberships with another status'),
  lastRecorded: both(
    'Memberships when last recorded',
    'Sources show these memberships only up to an earlier day. It is not known whether they have ended.',
  ),
  possible: both(
    'Possible memberships',
    'The dates are not precise enough to say whether these memberships held on this day.',
  ),
  unstated: both('Memberships without dates', 'The register does not record when these memberships began or ended.'),
  none: both('Withdrawn, expelled or not a member'),
  outside: {
    organization: { title: 'Members at other times' },
    member: { title: 'Memberships at other times' },
  },
};

/** The texts of memberships on the pages of organizations and states. */
export const texts = {
  groups,
  heading: (end: End, on: string) => `${end === 'organization' ? 'Members' : 'Memberships'} on ${dayWords(on)}`,
  noRecord: {
    organization: 'The register has no record of any member of this organization.',
    member: 'The register has no record of any membership of this actor.',
  },
  /** Says for how many memberships of a group another record shows that the actor belongs to the organization. */
  duplicates: (count: number, total: number) => {
    const which =
      total === 1 ? 'this membership' : count === total ? 'all of these memberships' : `${formatCount(count)} of these`;
    return `For ${which}, another record shows that the actor belongs to the organization on this day. The summary does not count ${count === 1 ? 'it' : 'them'} again.`;
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
    /** Says that none is known. This does not mean that there is none. */
    noneKnown: { organization: 'No member is known on this day', member: 'No membership is known on this day' },
    lastRecorded: (counts: readonly string[], years: string) =>
      `${counts.join(', ')} when last recorded${years === '' ? '' : `, ${years}`}`,
    possible: (counts: readonly string[]) => `possibly ${counts.join(', ')}`,
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
