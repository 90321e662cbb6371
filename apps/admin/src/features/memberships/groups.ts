import type { SpellReadingName } from '@chancery/codebook';
import type { MembershipStatus } from '../../generated/register/graphql.ts';

/** The statuses, other than full membership, that pages treat as belonging to an organization, such as observer. */
export const otherStatuses = ['ASSOCIATE', 'OBSERVER', 'PARTNER', 'CANDIDATE', 'SUSPENDED', 'UNKNOWN'] as const;
/** The statuses of an actor that does not belong, or no longer belongs, to an organization. */
const notBelonging = ['NONE', 'WITHDRAWN', 'EXPELLED'] as const;
const belonging: readonly MembershipStatus[] = ['FULL', ...otherStatuses];

/** The readings that count as holding on a day. */
export const holdingReadings = ['CERTAIN', 'PRESUMED'] as const satisfies readonly SpellReadingName[];
const notOutside = [
  ...holdingReadings,
  'LAST_RECORDED',
  'POSSIBLE',
  'UNSTATED',
] as const satisfies readonly SpellReadingName[];

interface GroupDefinition {
  readonly statuses: readonly MembershipStatus[] | undefined;
  readonly readings: readonly SpellReadingName[];
}

/**
 * The groups in which a page shows memberships, each defined by statuses (undefined for all) and readings on the day.
 */
const groups = {
  full: { statuses: ['FULL'], readings: holdingReadings },
  other: { statuses: otherStatuses, readings: holdingReadings },
  lastRecorded: { statuses: belonging, readings: ['LAST_RECORDED'] },
  possible: { statuses: belonging, readings: ['POSSIBLE'] },
  unstated: { statuses: belonging, readings: ['UNSTATED'] },
  none: { statuses: notBelonging, readings: notOutside },
  outside: { statuses: undefined, readings: ['NO'] },
} as const satisfies Record<string, GroupDefinition>;

/** The name of a group of memberships. */
export type GroupName = keyof typeof groups;
/** The names of all groups of memberships, in the order in which a page shows them. */
export const groupNames = Object.keys(groups) as GroupName[];

/** The organization or the member that all memberships on a page have in common, with its id. */
export interface SharedEnd {
  readonly end: 'organization' | 'member';
  readonly id: string;
}

/**
 * Returns the GraphQL filter for the memberships of a group on a day. Without `on`, the API takes the day of the past
 * revision that is queried, or today for the latest revision.
 */
export function groupFilter(name: GroupName, { end, id }: SharedEnd, on: string | undefined) {
  const { statuses, readings }: GroupDefinition = groups[name];
  return {
    [end]: { eq: id },
    ...(statuses ? { status: { in: [...statuses] } } : {}),
    validity: { holds: { ...(on ? { on } : {}), readings: [...readings] } },
  };
}

/** Returns the search parameters with which the list of memberships shows all memberships of a group. */
export function groupParameters(name: GroupName, { end, id }: SharedEnd): Record<string, string | readonly string[]> {
  const { statuses, readings }: GroupDefinition = groups[name];
  return { [end]: id, ...(statuses ? { status: statuses } : {}), 'validity.is': readings };
}
