import type { FactTypeName } from '@chancery/codebook';

/** The words that pages use for a spell of a type. */
export interface SpellNoun {
  /** For a spell that holds: `member`, `in office`. */
  readonly holds: string;
  readonly began: string;
  readonly ended: string;
}

const joining = { began: 'joined', ended: 'left' } as const;

const fullMember: SpellNoun = { holds: 'member', ...joining };

/** The words for memberships by status. */
const byStatus: Readonly<Record<string, SpellNoun>> = {
  FULL: fullMember,
  ASSOCIATE: { holds: 'associate member', began: 'became associate', ended: 'ceased to be' },
  OBSERVER: { holds: 'observer', began: 'became observer', ended: 'ceased to be' },
  PARTNER: { holds: 'partner', began: 'became partner', ended: 'ceased to be' },
  CANDIDATE: { holds: 'candidate', began: 'became candidate', ended: 'ceased to be' },
  SUSPENDED: { holds: 'suspended member', began: 'suspended', ended: 'ceased to be' },
  WITHDRAWN: { holds: 'withdrawn', began: 'withdrew', ended: 'returned' },
  EXPELLED: { holds: 'expelled', began: 'expelled', ended: 'returned' },
  NONE: { holds: 'found not to be a member', began: 'began', ended: 'ended' },
  UNKNOWN: { holds: 'of unknown status', ...joining },
};

const starting = { began: 'started', ended: 'ended' } as const;
const usual: SpellNoun = { holds: 'holds', ...starting };

const byType: Partial<Record<FactTypeName, SpellNoun>> = {
  OfficeHolding: { holds: 'in office', began: 'took office', ended: 'left office' },
  Obligation: { holds: 'owed', ...starting },
  PlaceClaim: { holds: 'claimed', ...starting },
  PolicyMeasure: { holds: 'in effect', ...starting },
  MeasureParty: { holds: 'in effect', ...starting },
  ExerciseSeries: { holds: 'held', ...starting },
  State: { holds: 'exists', began: 'came into being', ended: 'ceased to exist' },
  Organization: { holds: 'exists', began: 'came into being', ended: 'ceased to exist' },
  Name: { holds: 'in use', ...starting },
  ExternalCode: { holds: 'in use', ...starting },
};

/** Returns true for the words of full membership. */
export function isFullMember(noun: SpellNoun): boolean {
  return noun === fullMember;
}

/** Returns the words for spells of a type, or for memberships of a status. */
export function spellNoun(type: FactTypeName, status?: string | null): SpellNoun {
  if (type === 'Membership') return byStatus[status ?? 'FULL'] ?? usual;
  return byType[type] ?? usual;
}
