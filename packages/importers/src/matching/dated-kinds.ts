import { type FactTypeName, typeOf, type Values } from '@chancery/codebook';
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
  readonly actors: readonly ActorLinks[];
  /** The maximum difference in days between two dates of the same record. */
  readonly days: number;
  /** The maximum number of days that a date may span; a longer one is too vague for a certain match. */
  readonly vagueFrom: number;
  /** True if records of different years match only if an editor says so. */
  readonly isYearly: boolean;
}

/**
 * The types that are matched by date and participants. Exercises recur every year under the same name. An event happens on
 * one day, so its dates differ only by time zones and by the day of the report.
 */
export const datedKinds: Readonly<Partial<Record<FactTypeName, DatedKind>>> = {
  Exercise: {
    type: 'Exercise',
    actors: [{ type: 'Participation', of: 'exercise', fields: ['actor'] }],
    days: 31,
    vagueFrom: 366,
    isYearly: true,
  },
  Event: {
    type: 'Event',
    actors: [{ type: 'EventActor', of: 'event', fields: ['agent'] }],
    days: 3,
    vagueFrom: 31,
    isYearly: false,
  },
  Agreement: {
    type: 'Agreement',
    actors: [
      { type: 'PartyAction', of: 'agreement', fields: ['actor'] },
      { type: 'Obligation', of: 'agreement', fields: ['from', 'to'] },
    ],
    days: 31,
    vagueFrom: 31,
    isYearly: false,
  },
};

/** Returns the date of a record as EDTF: the first of the fields that date its type. */
export function dateOf(type: FactTypeName, values: Values): string | undefined {
  const { datedBy = [] } = typeOf(type);
  return datedBy.map((field) => edtfOf(values[field])).find((edtf) => edtf !== undefined);
}
