import type { FactTypeName } from '@chancery/codebook';

/** By what a link is known that no id tells: its ends, of what kind it is, and when. */
export interface NaturalKey {
  /** Link fields, the most telling first. */
  readonly ends: readonly string[];
  /** Fields in which two that are the same agree. */
  readonly kind: readonly string[];
  /** The time by which several of one kind between the same ends are told apart; left out where there is one at most. */
  readonly time?: string;
  /** Whether one that is told without its time is any of them: a code stands for its fact, whenever. */
  readonly isAnyTime?: true;
  /**
   * Whether a source that dates it otherwise than what stands brings its own beside that: which is right is for editors to
   * settle, and the set of the source stays whole meanwhile.
   */
  readonly keepsOtherDates?: true;
  /**
   * Whether it is what one source says, and so never the same as one of another source: it is known only by the id that
   * its own source and key give it.
   */
  readonly isOfOneSource?: true;
}

/** The natural keys of link types. Records have none: they are known by codes and names. */
export const naturalKeys: Readonly<Partial<Record<FactTypeName, NaturalKey>>> = {
  Membership: { ends: ['organization', 'member'], kind: ['status'], time: 'validity', keepsOtherDates: true },
  PartyAction: { ends: ['agreement', 'actor'], kind: ['action'], time: 'dateOfAct' },
  Obligation: { ends: ['from', 'to'], kind: ['obligationType'], time: 'validity', isOfOneSource: true },
  Participation: { ends: ['exercise', 'actor'], kind: ['role'] },
  Ballot: { ends: ['resolution', 'state'], kind: [] },
  EventActor: { ends: ['event', 'agent'], kind: ['role'] },
  MeasureParty: { ends: ['measure', 'actor'], kind: ['role'] },
  PlaceClaim: { ends: ['place', 'claimant'], kind: [], time: 'validity' },
  OfficeHolding: { ends: ['person', 'body'], kind: [], time: 'validity' },
  StateRelation: { ends: ['from', 'to'], kind: ['relationType'], time: 'date' },
  ExternalCode: { ends: ['of'], kind: ['scheme', 'value'], time: 'validity', isAnyTime: true },
  Name: { ends: ['of'], kind: ['name'] },
  Dispute: { ends: ['one', 'other'], kind: [] },
  Follows: { ends: ['later', 'earlier'], kind: ['relation'] },
};
