import { dayWords } from '../../ui/moment.ts';

/** The texts of agreements: participants, their acts and status, and whether an agreement is in force. */
export const texts = {
  participants: {
    heading: 'Participants',
    lead: (on: string) =>
      `What each participant has done, with evidence. The status on ${dayWords(on)} is computed from these acts. A signature alone does not make an actor a party unless it is definitive.`,
    none: 'The register has no record of any signature, ratification or other act on this agreement.',
    columns: {
      actor: 'Participant',
      signature: 'Signature',
      ratification: 'Ratification, accession (a)…',
      effect: 'In effect from',
      reservations: 'Reservations, declarations',
      other: 'Other acts',
      status: (on: string) => `Status on ${dayWords(on)}`,
    },
    act: (act: string) => `${act}: `,
    /** The explanation of a mark such as `a`, for accession. */
    mark: (mark: string, act: string) => `${mark}: ${act}`,
  },
  acts: {
    cited: (sources: readonly string[], hasMore: boolean) =>
      `Cited: ${[...sources, ...(hasMore ? ['and others'] : [])].join('; ')}`,
    uncited: 'No source is cited for this act',
    more: 'and more acts',
  },
  /** For an actor without a recorded act that binds or commits it. */
  noStatus: 'No signature or other consent on record by this day',
  inForceOn: (on: string) => `In force on ${dayWords(on)}`,
  inForce: {
    certain: 'in force',
    presumed: 'in force, no end recorded',
    lastRecorded: 'in force when last recorded',
    possibly: 'possibly in force',
    possiblyEntered: (entry: string) => `possibly in force (entered ${entry})`,
    possiblyEnded: (end: string) => `possibly in force (ended ${end})`,
    unstated: 'entry into force not recorded',
    notYetSigned: 'not yet signed',
    notYet: 'not yet in force',
    until: (end: string) => `until ${end}`,
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
      `It is presumed to be in force on ${dayWords(on)}. The register does not record when this was last attested.`,
    presumedByObligations: (on: string) =>
      `Obligations under it are presumed to hold on ${dayWords(on)}. Therefore it is presumed to be in force on that day.`,
    lastRecorded: (on: string) => `It is not known whether it was still in force on ${dayWords(on)}.`,
    lastRecordedByObligations: (on: string) =>
      `It is not known whether obligations under it still held on ${dayWords(on)}, and therefore whether it was still in force: the sources end earlier.`,
    possible: (on: string) => `The dates are not precise enough to say whether it was in force on ${dayWords(on)}.`,
    unstated: (on: string) =>
      `Therefore the register cannot say whether it was in force on ${dayWords(on)}. It may have entered into force without being recorded here.`,
    not: (on: string) => `It was not in force on ${dayWords(on)}.`,
    notByObligations: (on: string) =>
      `The dated obligations under it did not hold on ${dayWords(on)}. Therefore it is considered not in force on that day.`,
  },
} as const;
