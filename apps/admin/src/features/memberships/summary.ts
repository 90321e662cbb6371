import { fieldsOf } from '@chancery/codebook';
import type { SharedEnd } from './groups.ts';
import type { Counted, Groups } from './load-memberships.ts';

/** How a page counts memberships: the members of an organization, or the organizations of an actor. */
type End = SharedEnd['end'];

/**
 * How many belong on a day, in words: `12 members, 4 observers, 2 partners; 47 when last recorded, 2014`. Full members
 * are counted apart from other standings, and what is less than known apart from both; 0 is never said.
 */
export function summaryWords({ full, other, lastRecorded, possible, unstated }: Groups, end: End): string {
  const less = [
    lastRecorded.totalCount > 0 && `${count(lastRecorded.totalCount)} when last recorded${years(lastRecorded)}`,
    possible.totalCount > 0 && `${count(possible.totalCount)} possibly`,
    unstated.totalCount > 0 && `${count(unstated.totalCount)} with no dates stated`,
  ].filter(Boolean);
  // That none is known to hold is not that there are none.
  const held = [
    ...(full.totalCount > 0 ? [standing('member', full.totalCount, end)] : []),
    ...otherStandings(other, end),
  ];
  const known =
    held.length > 0
      ? held.join(', ')
      : end === 'member'
        ? 'No current membership is known'
        : 'No current member is known';
  return `${known}${less.length > 0 ? `; ${less.join('; ')}` : ''}.`;
}

function otherStandings({ totalCount, nodes }: Counted, end: End): string[] {
  if (nodes.length < totalCount) return [`${count(totalCount)} in other standings`];
  return Object.entries(fieldsOf('Membership').status?.list?.values ?? {}).flatMap(([value, { label }]) => {
    const number = nodes.filter(({ status }) => status === value).length;
    return number === 0 ? [] : [standing(label.toLowerCase(), number, end)];
  });
}

/** `4 observers` of an organization, `observer in 4` of an actor. */
function standing(label: string, number: number, end: End): string {
  if (label === 'unknown') return `${count(number)} in an unknown standing`;
  if (end === 'member') return `${label} ${label === 'member' ? 'of' : 'in'} ${count(number)}`;
  return `${count(number)} ${number === 1 || label === 'suspended' ? label : `${label}s`}`;
}

/** The years in which they were recorded last: `, 2014`, or `, 2012 to 2014`; empty where no source has a day. */
function years({ nodes }: Counted): string {
  const found = nodes.flatMap(({ attestedUntil }) => (attestedUntil ? [attestedUntil.slice(0, 4)] : [])).sort();
  const [first, last] = [found[0], found.at(-1)];
  if (!first) return '';
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
