import { factTypeOfId, type SpellReadingName } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import type { Answer } from '../../endpoints/query-register.ts';
import { holdingReadings, otherStatuses } from '../memberships/groups.ts';
import { type CountedMemberships, type Membership, membershipsWith } from '../memberships/load-memberships.ts';
import type { Side } from './side.ts';

/** The maximum number of memberships that a page reads for each filter. */
const maxMemberships = 500;

/** An organization with the memberships of two actors in it. */
export interface OrganizationOfTwo {
  readonly organization: Membership['organization'];
  readonly ofA: readonly Membership[];
  readonly ofB: readonly Membership[];
}

/** The memberships of two actors, with their readings on a day. */
export interface SideMemberships {
  /** Memberships of either actor that hold or may hold on the day. `totalCount` includes those that were not read. */
  readonly present: CountedMemberships;
  /** Memberships that do not hold on the day, to distinguish an ended membership from a missing record. */
  readonly outside: CountedMemberships;
  /** Whether `present` and `outside` contain all memberships. If not, some that are missing here may be on record. */
  readonly isComplete: boolean;
  /** Whether exactly one of the two is an organization, to which the other may belong. */
  readonly isActorAndOrganization: boolean;
  /** Memberships of one of the two in the other, at any time; empty for two states. */
  readonly inEachOther: readonly Membership[];
}

/** Reads the memberships of two actors, with their readings on the day of the view. */
export async function sideMemberships(a: Side, b: Side, view: View): Promise<Answer<SideMemberships>> {
  const members = { member: { in: [a.id, b.id] } };
  const holds = (readings: readonly SpellReadingName[]) => ({
    validity: { holds: { ...(view.on ? { on: view.on } : {}), readings } },
  });
  const filtersForEachOther = [a, b]
    .filter(({ id }) => factTypeOfId(id) === 'Organization')
    .map(({ id }) => ({
      organization: { eq: id },
      member: { eq: id === a.id ? b.id : a.id },
    }));
  const [present, outside, inEachOther] = await Promise.all([
    membershipsWith(
      { ...members, ...holds([...holdingReadings, 'LAST_RECORDED', 'POSSIBLE', 'UNSTATED']) },
      maxMemberships,
      view,
    ),
    membershipsWith({ ...members, ...holds(['NO']) }, maxMemberships, view),
    filtersForEachOther.length > 0 ? membershipsWith({ or: filtersForEachOther }, maxMemberships, view) : undefined,
  ]);
  if (!present.ok) return present;
  if (!outside.ok) return outside;
  if (inEachOther && !inEachOther.ok) return inEachOther;
  const isComplete = [present, outside].every(({ data }) => data.nodes.length >= data.totalCount);
  return {
    ...present,
    data: {
      isComplete,
      isActorAndOrganization: filtersForEachOther.length === 1,
      present: present.data,
      outside: outside.data,
      inEachOther: inEachOther?.data.nodes ?? [],
    },
  };
}

/** The organizations of two actors, in the groups that a page shows. */
export interface OrganizationGroups {
  /** Both are full members on the day, certainly or presumably. */
  readonly both: readonly OrganizationOfTwo[];
  /** Both are full members, but one or both only when last recorded. */
  readonly lastRecorded: readonly OrganizationOfTwo[];
  /** Both are or may be full members, but for one or both the dates are imprecise or not stated. */
  readonly uncertain: readonly OrganizationOfTwo[];
  /** Both belong or may belong to the organization, but one or both only with another status. */
  readonly otherStatuses: readonly OrganizationOfTwo[];
  /** Only the first actor belongs, or may belong, on the day. */
  readonly onlyA: readonly OrganizationOfTwo[];
  /** Only the second actor belongs, or may belong, on the day. */
  readonly onlyB: readonly OrganizationOfTwo[];
}

/** Groups organizations by the memberships of two actors on the day. Each group is sorted by name. */
export function organizationGroups(a: Side, b: Side, { present, outside }: SideMemberships): OrganizationGroups {
  // Leave out the two actors themselves: the page shows the membership of one in the other separately.
  const organizations = new Map(
    present.nodes.flatMap(({ organization }) =>
      [a.id, b.id].includes(organization.id) ? [] : [[organization.id, organization] as const],
    ),
  );
  const memberships = [...present.nodes, ...outside.nodes];
  const rows = [...organizations.values()]
    .map((organization): OrganizationOfTwo => {
      const membershipsOf = (side: Side) =>
        memberships.filter(
          (membership) => membership.organization.id === organization.id && membership.member.id === side.id,
        );
      return { organization, ofA: membershipsOf(a), ofB: membershipsOf(b) };
    })
    .sort((one, other) => one.organization.label.localeCompare(other.organization.label, 'en'));
  const group = (name: keyof OrganizationGroups) => rows.filter((row) => groupOf(row) === name);
  return {
    both: group('both'),
    lastRecorded: group('lastRecorded'),
    uncertain: group('uncertain'),
    otherStatuses: group('otherStatuses'),
    onlyA: group('onlyA'),
    onlyB: group('onlyB'),
  };
}

/** Readings in the order of certainty, most certain first. */
const byCertainty: readonly SpellReadingName[] = ['CERTAIN', 'PRESUMED', 'LAST_RECORDED', 'POSSIBLE', 'UNSTATED'];

function groupOf({ ofA, ofB }: OrganizationOfTwo): keyof OrganizationGroups | undefined {
  const [fullA, fullB] = [fullReading(ofA), fullReading(ofB)];
  if (fullA !== undefined && fullB !== undefined) {
    const weakest = Math.max(byCertainty.indexOf(fullA), byCertainty.indexOf(fullB));
    if (weakest <= byCertainty.indexOf('PRESUMED')) return 'both';
    return weakest === byCertainty.indexOf('LAST_RECORDED') ? 'lastRecorded' : 'uncertain';
  }
  const [isOfA, isOfB] = [belongs(ofA), belongs(ofB)];
  if (isOfA && isOfB) return 'otherStatuses';
  if (isOfA) return 'onlyA';
  return isOfB ? 'onlyB' : undefined;
}

function fullReading(memberships: readonly Membership[]): SpellReadingName | undefined {
  const readings = memberships.filter(({ status }) => status === 'FULL').map(({ reading }) => reading);
  return byCertainty.find((reading) => readings.includes(reading));
}

/** Returns true if a membership whose status counts as belonging holds or may hold on the day. */
function belongs(memberships: readonly Membership[]): boolean {
  const statuses: readonly string[] = ['FULL', ...otherStatuses];
  return memberships.some(({ status, reading }) => statuses.includes(status) && reading !== 'NO');
}
