import { noStatistic, type ReasonCode, type Statistic } from '@chancery/measures';
import { overlap, type SystemState } from '@chancery/reader';
import type { ResolvedOptions } from './options.ts';
import type { Window } from './window.ts';

/** The value of a measure for two states, or the reason why there is none. */
export interface DyadValue extends Statistic {
  /** The number of further observations with unknown dates; null for measures that have no undated observations. */
  readonly unknown: number | null;
}

/** The value of a measure for two states, with how reliable it is. */
export interface RatedDyadValue extends DyadValue {
  /** True when the value rests on fewer observations than the measure's minimum; false when there is no value. */
  readonly belowMinimum: boolean;
  /** Whether the value rests on a complete data set or on a sample; null when there is no value. */
  readonly completeness: 'COMPLETE' | 'SAMPLE' | null;
}

/** A state that is a member of the system of states in a window. */
export interface Member {
  readonly id: string;
  /** Its number in the system's list. */
  readonly code: string;
  readonly name: string;
}

/** The states of a system in a window, and the function that compares two of them. */
export interface Comparison {
  readonly window: Window;
  /** The states of the system, sorted by number. */
  readonly members: readonly Member[];
  readonly compare: (a: string, b: string) => RatedDyadValue;
}

/** Prepares the comparison of states in a window, given the members of the population. */
export type Compare = (members: ReadonlyMap<string, Member>, window: Window) => (a: string, b: string) => DyadValue;

/** Returns a result without a value, with the reason. */
export function incomparable(reasonCode: ReasonCode, reason: string): DyadValue {
  return { ...noStatistic(reasonCode, reason), unknown: null };
}

/** Returns the states that are in the system on at least one day of the window, sorted by number. */
export function membersIn(states: readonly SystemState[], window: Window): ReadonlyMap<string, Member> {
  const inSystem = new Set(
    states.filter(({ spells }) => spells.some((spell) => overlap(spell, window))).map(({ id }) => id),
  );
  return populationIn(states, window, (id) => inSystem.has(id));
}

/** Returns the states of a population sorted by number. The code of a state without a number in the system is its id. */
export function populationIn(
  states: readonly SystemState[],
  window: Window,
  belongs: (id: string) => boolean,
): ReadonlyMap<string, Member> {
  const members = states
    .filter(({ id }) => belongs(id))
    .map(({ id, name, spells }): Member => {
      const spell = spells.find((spell) => overlap(spell, window)) ?? spells[0];
      return { id, name, code: spell?.code ?? id };
    });
  members.sort((a, b) => byNumber(a.code, b.code) || (a.id < b.id ? -1 : 1));
  return new Map(members.map((member) => [member.id, member]));
}

/** Compares codes numerically; codes that are not numbers come last. */
function byNumber(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x - y;
}

/** Returns the sentence that one of two states is not in the system of states. */
export function notInSystem({ year, on }: Window, { system }: ResolvedOptions): string {
  return `One of the two states is not in the system of states of ${system === 'COW' ? 'the Correlates of War' : 'Gleditsch and Ward'} ${on ? `on ${on}` : `in ${year}`}.`;
}
