import { type Measured, type ReasonCode, unmeasured } from '@chancery/measures';
import { overlap, type SystemState } from '@chancery/reader';
import type { SettledOptions } from './options.ts';
import type { Window } from './window.ts';

/** What a measure says of two states: a value or why there is none, and what more there may be. */
export interface DyadValue extends Measured {
  /** How many things more there may be, of unknown dates. Null where a measure has no such things. */
  readonly unknown: number | null;
}

/** What a measure says of two states, with how far it can be relied on. */
export interface RatedDyadValue extends DyadValue {
  /** Whether the value rests on fewer things than the measure needs to say something; false where there is no value. */
  readonly belowMinimum: boolean;
  /** Whether the value rests on a complete data set or on a sample; null where there is no value. */
  readonly completeness: 'COMPLETE' | 'SAMPLE' | null;
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
  readonly compare: (one: string, other: string) => RatedDyadValue;
}

/** Compares within a window, given who is in the population. */
export type Compare = (
  members: ReadonlyMap<string, Member>,
  window: Window,
) => (one: string, other: string) => DyadValue;

/** The absence of a value for two states, with its reason. */
export function incomparable(reasonCode: ReasonCode, reason: string): DyadValue {
  return { ...unmeasured(reasonCode, reason), unknown: null };
}

/** The states that are in the system on a day of the window, in the order of their numbers. */
export function membersIn(states: readonly SystemState[], window: Window): ReadonlyMap<string, Member> {
  const inSystem = new Set(
    states.filter(({ spells }) => spells.some((one) => overlap(one, window))).map(({ id }) => id),
  );
  return populationIn(states, window, (id) => inSystem.has(id));
}

/** The states of a population in a window, each with its number in the system where it has one, by number. */
export function populationIn(
  states: readonly SystemState[],
  window: Window,
  belongs: (id: string) => boolean,
): ReadonlyMap<string, Member> {
  const members = states
    .filter(({ id }) => belongs(id))
    .map(({ id, name, spells }): Member => {
      const spell = spells.find((one) => overlap(one, window)) ?? spells[0];
      return { id, name, code: spell?.code ?? id };
    });
  members.sort((a, b) => byNumber(a.code, b.code) || (a.id < b.id ? -1 : 1));
  return new Map(members.map((member) => [member.id, member]));
}

/** Numbers in their order, then those who have none. */
function byNumber(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

/** Says that one of two is not in the system of states. */
export function notInSystem({ year, on }: Window, { system }: SettledOptions): string {
  return `One of the two is not in the system of states of ${system === 'COW' ? 'the Correlates of War' : 'Gleditsch and Ward'} ${on ? `on ${on}` : `in ${year}`}.`;
}
