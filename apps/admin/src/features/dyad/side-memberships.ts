import { factTypeOfId, type SpellReadingName } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import type { Answer } from '../../doors/query-register.ts';
import { holding, otherStandings } from '../memberships/groups.ts';
import { type Counted, type Membership, membershipsWith } from '../memberships/load-memberships.ts';
import type { Side } from './side.ts';

/** How many memberships of the two a page reads. */
const most = 500;

/** An organization with what the register records of each of two actors in it. */
export interface OrganizationOfTwo {
  readonly organization: Membership['organization'];
  readonly ofA: readonly Membership[];
  readonly ofB: readonly Membership[];
}

/** The memberships of two actors on a day. */
export interface SideMemberships {
  /** Memberships that hold on the day, or may hold, of either; those that a page does not show are counted. */
  readonly present: Counted;
  /** Memberships of other times, to tell an end from the want of a record. */
  readonly outside: Counted;
  /** Whether all of both are here: else what is not here may still be on record. */
  readonly isWhole: boolean;
  /** Whether just one of the two is an organization, to which the other may belong. */
  readonly isOfOne: boolean;
  /** Memberships of one of the two in the other, at whatever time; empty between two states. */
  readonly inEachOther: readonly Membership[];
}

/** Reads what the register records of the memberships of two actors; the readings are of the view's day. */
export async function sideMemberships(a: Side, b: Side, view: View): Promise<Answer<SideMemberships>> {
  const members = { member: { in: [a.id, b.id] } };
  const holds = (readings: readonly SpellReadingName[]) => ({
    validity: { holds: { ...(view.on ? { on: view.on } : {}), readings } },
  });
  const each = [a, b]
    .filter(({ id }) => factTypeOfId(id) === 'Organization')
    .map(({ id }) => ({
      organization: { eq: id },
      member: { eq: id === a.id ? b.id : a.id },
    }));
  const [present, outside, inEachOther] = await Promise.all([
    membershipsWith({ ...members, ...holds([...holding, 'LAST_RECORDED', 'POSSIBLE', 'UNSTATED']) }, most, view),
    membershipsWith({ ...members, ...holds(['NO']) }, most, view),
    each.length > 0 ? membershipsWith({ or: each }, most, view) : undefined,
  ]);
  if (!present.ok) return present;
  if (!outside.ok) return outside;
  if (inEachOther && !inEachOther.ok) return inEachOther;
  const isWhole = [present, outside].every(({ data }) => data.nodes.length >= data.totalCount);
  return {
    ...present,
    data: {
      isWhole,
      isOfOne: each.length === 1,
      present: present.data,
      outside: outside.data,
      inEachOther: inEachOther?.data.nodes ?? [],
    },
  };
}

/** The groups in which a page shows the organizations of two actors. */
export interface OrganizationGroups {
  /** Of which both are full members. */
  readonly both: readonly OrganizationOfTwo[];
  /** Of which both are full members as far as is known, and of one or both only when last recorded. */
  readonly lastRecorded: readonly OrganizationOfTwo[];
  /** Of which both may be full members: dates are inexact or not stated. */
  readonly unsure: readonly OrganizationOfTwo[];
  /** To which both belong, one or both in another standing. */
  readonly otherStandings: readonly OrganizationOfTwo[];
  /** Of which the register has a record on the day of one alone. */
  readonly onlyA: readonly OrganizationOfTwo[];
  readonly onlyB: readonly OrganizationOfTwo[];
}

/** Groups organizations by what is known on the day of both actors in them, each group by name. */
export function organizationGroups(a: Side, b: Side, { present, outside }: SideMemberships): OrganizationGroups {
  // Of one of the two in the other, the page says so apart.
  const found = new Map(
    present.nodes.flatMap(({ organization }) =>
      [a.id, b.id].includes(organization.id) ? [] : [[organization.id, organization] as const],
    ),
  );
  const all = [...present.nodes, ...outside.nodes];
  const rows = [...found.values()]
    .map((organization): OrganizationOfTwo => {
      const of = (side: Side) =>
        all.filter((each) => each.organization.id === organization.id && each.member.id === side.id);
      return { organization, ofA: of(a), ofB: of(b) };
    })
    .sort((one, other) => one.organization.label.localeCompare(other.organization.label, 'en'));
  const group = (name: keyof OrganizationGroups) => rows.filter((row) => groupOf(row) === name);
  return {
    both: group('both'),
    lastRecorded: group('lastRecorded'),
    unsure: group('unsure'),
    otherStandings: group('otherStandings'),
    onlyA: group('onlyA'),
    onlyB: group('onlyB'),
  };
}

/** The reading of a full membership that tells the most, from what is known best to what is known least. */
const strongest: readonly SpellReadingName[] = ['CERTAIN', 'PRESUMED', 'LAST_RECORDED', 'POSSIBLE', 'UNSTATED'];

function groupOf({ ofA, ofB }: OrganizationOfTwo): keyof OrganizationGroups | undefined {
  const [fullA, fullB] = [fullReading(ofA), fullReading(ofB)];
  if (fullA !== undefined && fullB !== undefined) {
    const weakest = Math.max(strongest.indexOf(fullA), strongest.indexOf(fullB));
    if (weakest <= strongest.indexOf('PRESUMED')) return 'both';
    return weakest === strongest.indexOf('LAST_RECORDED') ? 'lastRecorded' : 'unsure';
  }
  const [isOfA, isOfB] = [belongs(ofA), belongs(ofB)];
  if (isOfA && isOfB) return 'otherStandings';
  if (isOfA) return 'onlyA';
  return isOfB ? 'onlyB' : undefined;
}

function fullReading(memberships: readonly Membership[]): SpellReadingName | undefined {
  const readings = memberships.filter(({ status }) => status === 'FULL').map(({ reading }) => reading);
  return strongest.find((reading) => readings.includes(reading));
}

/** Whether the register has a record on the day of an actor's belonging in any standing. */
function belongs(memberships: readonly Membership[]): boolean {
  const standings: readonly string[] = ['FULL', ...otherStandings];
  return memberships.some(({ status, reading }) => standings.includes(status) && reading !== 'NO');
}
