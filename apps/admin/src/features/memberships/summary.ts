import { fieldsOf } from '@chancery/codebook';
import type { SharedEnd } from './groups.ts';
import type { Membership } from './load-memberships.ts';
import { texts } from './texts.ts';

/** Whether to count the members of an organization, or the organizations of an actor. */
type End = SharedEnd['end'];

/** The part of a group of memberships that a summary needs. Has fewer nodes than `totalCount` if not all were read. */
interface SummaryGroup {
  readonly totalCount: number;
  readonly nodes: readonly SummaryNode[];
}

type SummaryNode = Pick<Membership, 'status' | 'attestedUntil'> & {
  readonly [End in SharedEnd['end']]: { readonly id: string };
};

type Summary = Readonly<Record<'full' | 'other' | 'lastRecorded' | 'possible' | 'unstated', SummaryGroup>>;

/**
 * Summarizes the memberships on a day in words: `12 members, 4 observers, 2 partners; 47 members, 5 observers when last
 * recorded, 2014`. Counts each status and each less certain reading separately, and omits zeros. Leaves out a less
 * certain membership if another record shows that the actor belongs to the same organization on the day. Counts a group
 * that was not read to its end as a whole.
 */
export function summaryWords({ full, other, ...rest }: Summary, end: End): string {
  const holdingGroups = [full, other];
  const [lastRecorded, possible, unstated] = [rest.lastRecorded, rest.possible, rest.unstated].map((group) =>
    withoutDuplicates(group, holdingGroups, end),
  ) as [SummaryGroup, SummaryGroup, SummaryGroup];
  const currentCounts = [
    ...(full.totalCount > 0 ? [statusCount('FULL', full.totalCount, end)] : []),
    ...countsByStatus(other, end),
  ];
  const lessCertain: readonly (readonly [SummaryGroup, (counts: readonly string[]) => string])[] = [
    [lastRecorded, (counts) => texts.summary.lastRecorded(counts, lastYears(lastRecorded))],
    [possible, texts.summary.possible],
    [unstated, texts.summary.unstated],
  ];
  return texts.summary.sentence([
    currentCounts.length > 0 ? currentCounts.join(', ') : texts.summary.noneKnown[end],
    ...lessCertain.flatMap(([group, clauseOf]) => (group.totalCount > 0 ? [clauseOf(countsByStatus(group, end))] : [])),
  ]);
}

/**
 * Counts the memberships of a group for which another record shows that the actor belongs to the same organization on
 * the day. Returns 0 if not all memberships of the group were read.
 */
export function countDuplicates(group: SummaryGroup, holdingGroups: readonly SummaryGroup[], end: End): number {
  return group.totalCount - withoutDuplicates(group, holdingGroups, end).totalCount;
}

/**
 * Returns a group without the memberships whose actor, or organization if `end` is the member, is also in a holding
 * group. Returns the group unchanged if not all of it was read.
 */
function withoutDuplicates(group: SummaryGroup, holdingGroups: readonly SummaryGroup[], end: End): SummaryGroup {
  if (group.nodes.length < group.totalCount) return group;
  const otherEnd = end === 'organization' ? 'member' : 'organization';
  const holdingIds = new Set(holdingGroups.flatMap(({ nodes }) => nodes.map((node) => node[otherEnd].id)));
  const nodes = group.nodes.filter((node) => !holdingIds.has(node[otherEnd].id));
  return { totalCount: nodes.length, nodes };
}

/** Returns the count of each status in words, or only that of all memberships if not all were read. */
function countsByStatus({ totalCount, nodes }: SummaryGroup, end: End): string[] {
  if (nodes.length < totalCount) return [texts.summary.ofVariousStatuses(totalCount)];
  return Object.keys(statuses).flatMap((value) => {
    const number = nodes.filter(({ status }) => status === value).length;
    return number === 0 ? [] : [statusCount(value, number, end)];
  });
}

const statuses = fieldsOf('Membership').status?.list?.values ?? {};

/** Returns the count of a status in words: `4 observers` for an organization, `observer in 4` for an actor. */
function statusCount(value: string, number: number, end: End): string {
  if (value === 'UNKNOWN') return texts.summary.ofUnknownStatus(number);
  if (value === 'FULL') return end === 'member' ? texts.summary.memberOf(number) : texts.summary.members(number);
  const label = statuses[value]?.label.toLowerCase() ?? value;
  if (end === 'member') return texts.summary.statusIn(number, label);
  return value === 'SUSPENDED' ? texts.summary.suspended(number) : texts.summary.withStatus(number, label);
}

/**
 * Returns the years in which memberships were last recorded: `2014` or `2012 to 2014`. Returns an empty text if none is
 * known, or if not all memberships were read.
 */
function lastYears({ totalCount, nodes }: SummaryGroup): string {
  const years = nodes.flatMap(({ attestedUntil }) => (attestedUntil ? [attestedUntil.slice(0, 4)] : [])).sort();
  const [first, last] = [years[0], years.at(-1)];
  if (!first || nodes.length < totalCount) return '';
  return texts.summary.years(first, last ?? first);
}
