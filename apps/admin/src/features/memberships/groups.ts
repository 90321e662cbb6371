import type { SpellReadingName } from '@chancery/codebook';
import type { MembershipStatus } from '../../generated/register/graphql.ts';

/** Standings in which an actor belongs to an organization, apart from full membership. */
export const otherStandings = ['ASSOCIATE', 'OBSERVER', 'PARTNER', 'CANDIDATE', 'SUSPENDED', 'UNKNOWN'] as const;
/** Standings that say that an actor does not belong, or no longer. */
const notBelonging = ['NONE', 'WITHDRAWN', 'EXPELLED'] as const;
const belonging: readonly MembershipStatus[] = ['FULL', ...otherStandings];

/** The readings of what counts as holding on a day. */
export const holding = ['CERTAIN', 'PRESUMED'] as const satisfies readonly SpellReadingName[];
const notOutside = [...holding, 'LAST_RECORDED', 'POSSIBLE', 'UNSTATED'] as const satisfies readonly SpellReadingName[];

interface Group {
  readonly standings: readonly MembershipStatus[] | undefined;
  readonly readings: readonly SpellReadingName[];
}

/** The groups in which a page shows memberships on a day: by standing where they hold, and by what is known else. */
export const groups = {
  full: { standings: ['FULL'], readings: holding },
  other: { standings: otherStandings, readings: holding },
  lastRecorded: { standings: belonging, readings: ['LAST_RECORDED'] },
  possible: { standings: belonging, readings: ['POSSIBLE'] },
  unstated: { standings: belonging, readings: ['UNSTATED'] },
  none: { standings: notBelonging, readings: notOutside },
  outside: { standings: undefined, readings: ['NO'] },
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof groups;
export const groupNames = Object.keys(groups) as GroupName[];

/** The end of a membership that all of a page's memberships share. */
export interface SharedEnd {
  readonly end: 'organization' | 'member';
  readonly id: string;
}

/** The filter of a group. */
export function groupFilter(name: GroupName, { end, id }: SharedEnd, on: string | undefined) {
  const { standings, readings }: Group = groups[name];
  return {
    [end]: { eq: id },
    ...(standings ? { status: { in: [...standings] } } : {}),
    validity: { holds: { ...(on ? { on } : {}), readings: [...readings] } },
  };
}

/** The parameters of the list of memberships that shows a group whole. */
export function groupParameters(name: GroupName, { end, id }: SharedEnd): Record<string, string | readonly string[]> {
  const { standings, readings }: Group = groups[name];
  return { [end]: id, ...(standings ? { status: standings } : {}), 'validity.is': readings };
}
