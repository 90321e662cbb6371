import type { FactTypeName } from '@chancery/codebook';

/** The fields that identify a link without an id: its ends, its kind and its time. */
export interface NaturalKey {
  /** Link fields, the most selective first. */
  readonly ends: readonly string[];
  /** Fields that must be equal. */
  readonly kind: readonly string[];
  /** The date field that distinguishes links of the same kind between the same ends; absent if there is one such link at most. */
  readonly time?: string;
  /** True if a link without a time matches links of any time, as for a code without a period. */
  readonly isAnyTime?: true;
  /**
   * True if a link with another time than the stored link is imported in addition to it, so that the data set of the source is
   * complete. Editors decide which of the two is right.
   */
  readonly keepsOtherDates?: true;
  /**
   * True if links of different sources are never the same. Such a link is only matched by its stable id, from source and
   * key.
   */
  readonly isOfOneSource?: true;
}

/** The natural keys of link types. Records have none; they are matched by codes, names or dates. */
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
