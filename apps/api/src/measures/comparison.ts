import { noStatistic, type ReasonCode, type Statistic } from '@chancery/measures';
import { periodsOverlap, type SystemState } from '@chancery/reader';
import type { ResolvedOptions } from './options.ts';
import type { Window } from './window.ts';

/** The value of a measure for two states, or the reason why there is none. */
export interface DyadValue extends Statistic {
  /** The number of further observations whose dates are unknown; null unless memberships were compared. */
  readonly unknown: number | null;
}

/** The value of a measure for two states, with marks of how reliable it is. */
export interface RatedDyadValue extends DyadValue {
  /** True when the value rests on fewer observations than the measure's minimum; false when there is no value. */
  readonly belowMinimum: boolean;
  /** Whether the value rests on a complete data set or on a sample; null when there is no value. */
  readonly completeness: 'COMPLETE' | 'SAMPLE' | null;
}

/** A state of the population that a measure compares: the system of states or, for votes, the General Assembly. */
export interface Member {
  readonly id: string;
  /** The number of the state in the system; the id of the state if it has no number. */
  readonly code: string;
  readonly name: string;
}

/** The states that a measure compares in a window, and the function that compares two of them. */
export interface Comparison {
  readonly window: Window;
  /** The states of the population, sorted by number. */
  readonly members: readonly Member[];
  readonly compare: (a: string, b: string) => RatedDyadValue;
}

/** Returns the function that compares two states by id in a window, given the states of the population by id. */
export type Compare = (members: ReadonlyMap<string, Member>, window: Window) => (a: string, b: string) => DyadValue;

/** Returns a value that is null, with the reason. */
export function noDyadValue(reasonCode: ReasonCode, reason: string): DyadValue {
  return { ...noStatistic(reasonCode, reason), unknown: null };
}

/** Returns the states that are in the system on at least one day of the window, by id and sorted by number. */
export function membersIn(states: readonly SystemState[], window: Window): ReadonlyMap<string, Member> {
  const inSystem = new Set(
    states.filter(({ spells }) => spells.some((spell) => periodsOverlap(spell, window))).map(({ id }) => id),
  );
  return populationIn(states, window, (id) => inSystem.has(id));
}

/** Returns the states whose id belongs to a population, by id and sorted by number. */
export function populationIn(
  states: readonly SystemState[],
  window: Window,
  belongs: (id: string) => boolean,
): ReadonlyMap<string, Member> {
  const members = states
    .filter(({ id }) => belongs(id))
    .map(({ id, name, spells }): Member => {
      const spell = spells.find((spell) => periodsOverlap(spell, window)) ?? spells[0];
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

/** Returns the reason for a missing value, in a sentence: a state is not in the system of states in the window. */
export function notInSystemReason({ year, on }: Window, { system }: ResolvedOptions): string {
  return `At least one of the two states is not in the system of states of ${system === 'COW' ? 'the Correlates of War' : 'Gleditsch and Ward'} ${on ? `on ${on}` : `in ${year}`}.`;
}
