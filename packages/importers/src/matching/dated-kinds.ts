import type { FactTypeName, Values } from '@chancery/codebook';
import { edtfOf } from './spans.ts';

/** Links that tell who takes part in a record or is party to it. */
export interface ActorLinks {
  readonly type: FactTypeName;
  /** The field that points at the record. */
  readonly of: string;
  /** The fields that point at those who take part. */
  readonly fields: readonly string[];
}

/** A type of record that is known by its date and those who take part, since its name recurs or is not known. */
export interface DatedKind {
  readonly type: FactTypeName;
  /** The date fields, the one that counts first: a later one counts where the earlier ones are empty. */
  readonly dates: readonly string[];
  readonly actors: readonly ActorLinks[];
  /** How many days two dates of one record may lie apart. */
  readonly days: number;
  /** A date that may be any of more days than this tells too little to be sure. */
  readonly vagueFrom: number;
  /** Whether records of different years are never the same without an editor's answer. */
  readonly isYearly: boolean;
  /** Whether several records have one name, so that a name without a date tells none of them. */
  readonly nameRecurs: boolean;
}

/**
 * The types that are matched by date and participants. Exercises recur under one name year by year. An event is an act of
 * a day, so that its date may differ by time zones and by the day of the report only.
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

/** The date by which a record of a kind is known, as EDTF. */
export function dateOf({ dates }: DatedKind, values: Values): string | undefined {
  return dates.map((field) => edtfOf(values[field])).find((edtf) => edtf !== undefined);
}
