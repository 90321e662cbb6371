import { type Measured, unmeasured } from '@chancery/measures';
import { overlap, type SystemState } from '@chancery/reader';
import type { SettledOptions } from './options.ts';
import type { Window } from './window.ts';

/** What a measure says of two states: a value or why there is none, and what more there may be. */
export interface Compared extends Measured {
  /** How many things more there may be, of unknown dates. Null where a measure has no such things. */
  readonly unknown: number | null;
}

/** A state that is in the system in a window. */
export interface Member {
  readonly id: string;
  /** Its number in the system. */
  readonly code: string;
  readonly name: string;
}

/** A window in which any two states can be compared. */
export interface Comparison {
  readonly window: Window;
  /** The states of the system, by their numbers. */
  readonly members: readonly Member[];
  readonly compare: (one: string, other: string) => Compared;
}

/** Compares within a window, given who is in the system. */
export type Compare = (members: ReadonlyMap<string, Member>, window: Window) => Comparison['compare'];

/** That two states cannot be compared, and why. */
export function incomparable(reason: string): Compared {
  return { ...unmeasured(reason), unknown: null };
}

/** Why nothing is known of a year: the data span other years, or there are none. */
export function uncovered(what: string, coverage: { readonly from: number; readonly to: number } | null): string {
  return coverage
    ? `The register’s ${what} span the years ${coverage.from} to ${coverage.to}.`
    : `The register holds no ${what}.`;
}

/** The states that are in the system on a day of the window, in the order of their numbers. */
export function membersIn(states: readonly SystemState[], window: Window): ReadonlyMap<string, Member> {
  const members = states.flatMap(({ id, name, spells }): Member[] => {
    const spell = spells.find((one) => overlap(one, window));
    return spell ? [{ id, name, code: spell.code }] : [];
  });
  members.sort((a, b) => Number(a.code) - Number(b.code) || (a.id < b.id ? -1 : 1));
  return new Map(members.map((member) => [member.id, member]));
}

/** Compares those alone who are in the system. */
export function withinSystem(
  members: ReadonlyMap<string, Member>,
  { year, on }: Window,
  { system }: SettledOptions,
  compare: Comparison['compare'],
): Comparison['compare'] {
  const missing = incomparable(
    `One of the two is not in the system of states of ${system === 'COW' ? 'the Correlates of War' : 'Gleditsch and Ward'} ${on ? `on ${on}` : `in ${year}`}.`,
  );
  return (one, other) => (members.has(one) && members.has(other) ? compare(one, other) : missing);
}
