import type { SpellReadingName } from '@chancery/codebook';
import type { MembershipStatus } from '../../generated/register/graphql.ts';

/** Statuses, other than full membership, with which an actor belongs to an organization. */
export const otherStatuses = ['ASSOCIATE', 'OBSERVER', 'PARTNER', 'CANDIDATE', 'SUSPENDED', 'UNKNOWN'] as const;
/** Statuses with which an actor does not belong, or no longer belongs, to an organization. */
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

/** The groups in which a page shows memberships: by status if they hold on the day, otherwise by reading. */
export const groups = {
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
/** The names of all groups, in the order in which a page shows them. */
export const groupNames = Object.keys(groups) as GroupName[];

/** The organization or member that all memberships of a page have in common. */
export interface SharedEnd {
  readonly end: 'organization' | 'member';
  readonly id: string;
}

/** Returns the GraphQL filter of a group. */
export function groupFilter(name: GroupName, { end, id }: SharedEnd, on: string | undefined) {
  const { statuses, readings }: GroupDefinition = groups[name];
  return {
    [end]: { eq: id },
    ...(statuses ? { status: { in: [...statuses] } } : {}),
    validity: { holds: { ...(on ? { on } : {}), readings: [...readings] } },
  };
}

/** Returns the search parameters of the list of all memberships of a group. */
export function groupParameters(name: GroupName, { end, id }: SharedEnd): Record<string, string | readonly string[]> {
  const { statuses, readings }: GroupDefinition = groups[name];
  return { [end]: id, ...(statuses ? { status: statuses } : {}), 'validity.is': readings };
}
