import { dayWords } from '../../ui/moment.ts';

/** The texts of agreements: participants, their party actions and status, and whether an agreement is in force. */
export const texts = {
  participants: {
    heading: 'Participants',
    lead: (on: string) =>
      `The actions of each participant on the agreement, with evidence. The status on ${dayWords(on)} is computed from all actions of the participant. A signature alone does not make an actor a party unless it is definitive.`,
    none: 'The register has no record of any signature, ratification or other action on this agreement.',
    columns: {
      actor: 'Participant',
      signature: 'Signature',
      ratification: 'Ratification or other consent',
      effect: 'In effect from',
      reservations: 'Reservations and declarations',
      other: 'Other actions',
      status: (on: string) => `Status on ${dayWords(on)}`,
    },
    action: (action: string) => `${action}: `,
    /** The explanation of a mark such as `a`, for accession. */
    mark: (mark: string, action: string) => `${mark}: ${action}`,
  },
  actions: {
    cited: (sources: readonly string[], hasMore: boolean) =>
      `Cited: ${[...sources, ...(hasMore ? ['and others'] : [])].join('; ')}`,
    uncited: 'No source is cited for this action',
    more: 'Not all actions are shown',
  },
  /** For an actor for which, up to the day, neither a signature nor a consent to be bound is recorded. */
  noStatus: 'No signature or consent on record by this day',
  inForceOn: (on: string) => `In force on ${dayWords(on)}`,
  inForce: {
    certain: 'in force',
    presumed: 'in force, no end recorded',
    lastRecorded: 'in force when last recorded',
    possibly: 'possibly in force',
    possiblyEntered: (entry: string) => `possibly in force (entry into force: ${entry})`,
    possiblyEnded: (end: string) => `possibly in force (end: ${end})`,
    unstated: 'entry into force not recorded',
    notYetSigned: 'not yet signed',
    notYet: 'not yet in force',
    ended: (end: string) => `not in force (end: ${end})`,
    not: 'not in force',
  },
  /** The sentences that explain whether an agreement is in force on a day. */
  explanation: {
    signed: (day: string) => `Signed: ${day}.`,
    entry: (day: string) => `Entry into force: ${day}.`,
    noEntry: 'Its entry into force is not recorded.',
    end: (day: string) => `End: ${day}.`,
    noEnd: 'Its end is not recorded.',
    certain: (on: string) => `Therefore it was in force on ${dayWords(on)}.`,
    certainByObligations: (on: string) =>
      `Obligations under it held on ${dayWords(on)}. Therefore it was in force on that day.`,
    presumed: (on: string) =>
      `It is presumed to be in force on ${dayWords(on)}. The register does not record until when this was attested.`,
    presumedByObligations: (on: string) =>
      `Obligations under it are presumed to hold on ${dayWords(on)}. Therefore it is presumed to be in force on that day.`,
    lastRecorded: (on: string) => `It is not known whether it was still in force on ${dayWords(on)}.`,
    lastRecordedByObligations: (on: string) =>
      `It is not known whether obligations under it still held on ${dayWords(on)}, because the sources end earlier. Therefore it is not known whether it was still in force.`,
    possible: (on: string) => `The dates are not precise enough to say whether it was in force on ${dayWords(on)}.`,
    unstated: (on: string) =>
      `Therefore the register cannot say whether it was in force on ${dayWords(on)}. It may have entered into force although the register has no record of this.`,
    not: (on: string) => `It was not in force on ${dayWords(on)}.`,
    notByObligations: (on: string) =>
      `No obligation under it with a recorded period held on ${dayWords(on)}. Therefore it is considered not to be in force on that day.`,
  },
} as const;
