import { fieldsOf } from '@chancery/codebook';
import type { SharedEnd } from './groups.ts';
import type { Membership } from './load-memberships.ts';

/** How a page counts memberships: the members of an organization, or the organizations of an actor. */
type End = SharedEnd['end'];

/** Of a group, what is said in a summary; fewer nodes than there are where a page shows the first of them. */
interface Summed {
  readonly totalCount: number;
  readonly nodes: readonly Pick<Membership, 'status' | 'attestedUntil'>[];
}

type Summary = Readonly<Record<'full' | 'other' | 'lastRecorded' | 'possible' | 'unstated', Summed>>;

/**
 * How many belong on a day, in words: `12 members, 4 observers, 2 partners; 47 members, 5 observers when last recorded,
 * 2014`. Standings are counted apart, and so is what is less than known; 0 is never said.
 */
export function summaryWords({ full, other, lastRecorded, possible, unstated }: Summary, end: End): string {
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
