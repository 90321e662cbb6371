import type { FactTypeName } from '@chancery/codebook';

/** The words that pages use for spells of a type, or for memberships of a status. */
export interface SpellWords {
  /** For a spell that holds: `member`, `in office`. */
  readonly holds: string;
  /** For the start of a spell, before a date: `joined`. */
  readonly began: string;
  /** For the end of a spell, before a date: `left`. */
  readonly ended: string;
}

const joining = { began: 'joined', ended: 'left' } as const;

const fullMember: SpellWords = { holds: 'member', ...joining };

/** The words for memberships by status. */
const byStatus: Readonly<Record<string, SpellWords>> = {
  FULL: fullMember,
  ASSOCIATE: { holds: 'associate member', began: 'became associate', ended: 'ceased to be associate' },
  OBSERVER: { holds: 'observer', began: 'became observer', ended: 'ceased to be observer' },
  PARTNER: { holds: 'partner', began: 'became partner', ended: 'ceased to be partner' },
  CANDIDATE: { holds: 'candidate', began: 'became candidate', ended: 'ceased to be candidate' },
  SUSPENDED: { holds: 'suspended member', began: 'suspended', ended: 'suspension ended' },
  WITHDRAWN: { holds: 'withdrawn', began: 'withdrew', ended: 'returned' },
  EXPELLED: { holds: 'expelled', began: 'expelled', ended: 'returned' },
  NONE: { holds: 'found not to be a member', began: 'began', ended: 'ended' },
  UNKNOWN: { holds: 'of unknown status', ...joining },
};

const starting = { began: 'started', ended: 'ended' } as const;
const usual: SpellWords = { holds: 'holds', ...starting };

const byType: Partial<Record<FactTypeName, SpellWords>> = {
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

/** Returns true if the words are those for full membership. */
export function isFullMember(spellWords: SpellWords): boolean {
  return spellWords === fullMember;
}

/**
 * Returns the words for spells of a type. For memberships they depend on the status; without one, it is taken as full.
 */
export function spellWordsOf(type: FactTypeName, status?: string | null): SpellWords {
  if (type === 'Membership') return byStatus[status ?? 'FULL'] ?? usual;
  return byType[type] ?? usual;
}
