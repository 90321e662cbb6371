import { type FactTypeName, typeOf, type Values } from '@chancery/codebook';
import { edtfOf } from './spans.ts';

/** A type of link from which the participants or parties of a record are read. */
export interface ActorLinks {
  readonly type: FactTypeName;
  /** The link field that points at the record. */
  readonly of: string;
  /** The link fields that point at participants or parties. */
  readonly fields: readonly string[];
}

/** How records of a type are matched by date and participants, since their names recur or are unknown. */
export interface DatedKind {
  readonly type: FactTypeName;
  readonly actors: readonly ActorLinks[];
  /** The maximum difference in days between the dates of two records that may match. */
  readonly days: number;
  /** The maximum number of days that a date may span; a longer span is too vague for a certain match. */
  readonly maxSpanDays: number;
  /** True if dates in different years never allow a match without a question, however near they are. */
  readonly isYearly: boolean;
}

/**
 * The types that are matched by date and participants. Exercises recur every year under the same name. An event happens
 * on one day, so its dates differ only by time zones and by the day of the report.
 */
export const datedKinds: Readonly<Partial<Record<FactTypeName, DatedKind>>> = {
  Exercise: {
    type: 'Exercise',
    actors: [{ type: 'Participation', of: 'exercise', fields: ['actor'] }],
    days: 31,
    maxSpanDays: 366,
    isYearly: true,
  },
  Event: {
    type: 'Event',
    actors: [{ type: 'EventActor', of: 'event', fields: ['agent'] }],
    days: 3,
    maxSpanDays: 31,
    isYearly: false,
  },
  Agreement: {
    type: 'Agreement',
    actors: [
      { type: 'PartyAction', of: 'agreement', fields: ['actor'] },
      { type: 'Obligation', of: 'agreement', fields: ['from', 'to'] },
    ],
    days: 31,
    maxSpanDays: 31,
    isYearly: false,
  },
};

/**
 * Returns the date of a record (EDTF), from the first `datedBy` field of its type that has a date; `undefined` if none
 * of these fields has one.
 */
export function dateOf(type: FactTypeName, values: Values): string | undefined {
  const { datedBy = [] } = typeOf(type);
  return datedBy.map((field) => edtfOf(values[field])).find((edtf) => edtf !== undefined);
}
