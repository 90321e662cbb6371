import { fieldsOf } from '@chancery/codebook';
import type { SharedEnd } from './groups.ts';
import type { Membership } from './load-memberships.ts';

/** How a page counts memberships: the members of an organization, or the organizations of an actor. */
type End = SharedEnd['end'];

/** Of a group, what is said in a summary; fewer nodes than there are where a page shows the first of them. */
interface Summed {
  readonly totalCount: number;
  readonly nodes: readonly SummedNode[];
}

type SummedNode = Pick<Membership, 'status' | 'attestedUntil'> & {
  readonly [End in SharedEnd['end']]: { readonly id: string };
};

type Summary = Readonly<Record<'full' | 'other' | 'lastRecorded' | 'possible' | 'unstated', Summed>>;

/**
 * How many belong on a day, in words: `12 members, 4 observers, 2 partners; 47 members, 5 observers when last recorded,
 * 2014`. Standings are counted apart, and so is what is less than known; 0 is never said. Who belongs on the day is not
 * counted again where another source knows less of it.
 */
export function summaryWords({ full, other, ...rest }: Summary, end: End): string {
  const holding = [full, other];
  const [lastRecorded, possible, unstated] = [rest.lastRecorded, rest.possible, rest.unstated].map((group) =>
    withoutHolding(group, holding, end),
  ) as [Summed, Summed, Summed];
  const held = [...(full.totalCount > 0 ? [standing('FULL', full.totalCount, end)] : []), ...byStanding(other, end)];
  // That none is known to hold is not that there are none.
  const none = end === 'member' ? 'No current membership is known' : 'No current member is known';
  const less = [
    [lastRecorded, `when last recorded${years(lastRecorded)}`],
    [possible, 'possibly'],
    [unstated, 'with no dates stated'],
  ] as const;
  return `${[
    held.length > 0 ? held.join(', ') : none,
    ...less.flatMap(([group, words]) =>
      group.totalCount > 0 ? [`${byStanding(group, end).join(', ')} ${words}`] : [],
    ),
  ].join('; ')}.`;
}

/** How many memberships of a group are of somebody who belongs on the day by another record; 0 where not all were read. */
export function alsoHolding(group: Summed, holding: readonly Summed[], end: End): number {
  return group.totalCount - withoutHolding(group, holding, end).totalCount;
}

/** A group without those who are in one of the groups that hold; as it is where not all of it was read. */
function withoutHolding(group: Summed, holding: readonly Summed[], end: End): Summed {
  if (group.nodes.length < group.totalCount) return group;
  const other = end === 'organization' ? 'member' : 'organization';
  const known = new Set(holding.flatMap(({ nodes }) => nodes.map((node) => node[other].id)));
  const nodes = group.nodes.filter((node) => !known.has(node[other].id));
  return { totalCount: nodes.length, nodes };
}

/** How many there are in each standing; in all together where not every one was read. */
function byStanding({ totalCount, nodes }: Summed, end: End): string[] {
  if (nodes.length < totalCount) return [`${count(totalCount)} in various standings`];
  return Object.keys(standings).flatMap((value) => {
    const number = nodes.filter(({ status }) => status === value).length;
    return number === 0 ? [] : [standing(value, number, end)];
  });
}

const standings = fieldsOf('Membership').status?.list?.values ?? {};

/** `4 observers` of an organization, `observer in 4` of an actor. */
function standing(value: string, number: number, end: End): string {
  if (value === 'UNKNOWN') return `${count(number)} in an unknown standing`;
  const label = value === 'FULL' ? 'member' : (standings[value]?.label.toLowerCase() ?? value);
  if (end === 'member') return `${label} ${value === 'FULL' ? 'of' : 'in'} ${count(number)}`;
  return `${count(number)} ${number === 1 || value === 'SUSPENDED' ? label : `${label}s`}`;
}

/** The years in which they were recorded last: `, 2014`, or `, 2012 to 2014`; empty where that is not known of all. */
function years({ totalCount, nodes }: Summed): string {
  const found = nodes.flatMap(({ attestedUntil }) => (attestedUntil ? [attestedUntil.slice(0, 4)] : [])).sort();
  const [first, last] = [found[0], found.at(-1)];
  if (!first || nodes.length < totalCount) return '';
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
