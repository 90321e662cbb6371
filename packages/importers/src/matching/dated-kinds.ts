import type { FactTypeName, Values } from '@chancery/codebook';
import { edtfOf } from './spans.ts';

/** A type of link between a record and its participants or parties. */
export interface ActorLinks {
  readonly type: FactTypeName;
  /** The field that points at the record. */
  readonly of: string;
  /** The fields that point at participants or parties. */
  readonly fields: readonly string[];
}

/** A type of record that is matched by date and participants, since names recur or are unknown. */
export interface DatedKind {
  readonly type: FactTypeName;
  /** Date fields in order of preference: the first that has a value counts. */
  readonly dates: readonly string[];
  readonly actors: readonly ActorLinks[];
  /** The maximum difference in days between two dates of the same record. */
  readonly days: number;
  /** A date that may be any of more days than this is too vague for a certain match. */
  readonly vagueFrom: number;
  /** True if records of different years only match by an editor's answer. */
  readonly isYearly: boolean;
  /** True if several records may have the same name, so that a name without a date identifies none. */
  readonly nameRecurs: boolean;
}

/**
 * The types that are matched by date and participants. Exercises recur every year under the same name. An event happens on
 * one day, so its dates differ only by time zones and by the day of the report.
 */
export const datedKinds: Readonly<Partial<Record<FactTypeName, DatedKind>>> = {
  Exercise: {
    type: 'Exercise',
    dates: ['start'],
    actors: [{ type: 'Participation', of: 'exercise', fields: ['actor'] }],
    days: 31,
    vagueFrom: 366,
    isYearly: true,
    nameRecurs: true,
  },
  Event: {
    type: 'Event',
    dates: ['date'],
    actors: [{ type: 'EventActor', of: 'event', fields: ['agent'] }],
    days: 3,
    vagueFrom: 31,
    isYearly: false,
    nameRecurs: true,
  },
  Agreement: {
    type: 'Agreement',
    dates: ['signed', 'adopted'],
    actors: [
      { type: 'PartyAction', of: 'agreement', fields: ['actor'] },
      { type: 'Obligation', of: 'agreement', fields: ['from', 'to'] },
    ],
    days: 31,
    vagueFrom: 31,
    isYearly: false,
    nameRecurs: false,
  },
};

/** Returns the date by which a record is matched, as EDTF. */
export function dateOf({ dates }: DatedKind, values: Values): string | undefined {
  return dates.map((field) => edtfOf(values[field])).find((edtf) => edtf !== undefined);
}
