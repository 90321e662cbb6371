import type { SpellReadingName } from '@chancery/codebook';
import type { DateOutput } from '../../fields/outputs.ts';

/** A spell with its reading on the day of the page. */
export interface SpellOutput {
  /** The period; null if no source states it. */
  readonly validity: Pick<DateOutput, 'edtf' | 'earliest' | 'latest' | 'words'> | null;
  /** A date on which, according to a source, the spell held; null if none is recorded. */
  readonly asOf?: Pick<DateOutput, 'latest' | 'precision' | 'words'> | null | undefined;
  readonly reading: SpellReadingName;
  /**
   * The last day on which a source shows that the spell held; null if no source does. Undefined for spells that last
   * until a source states an end.
   */
  readonly attestedUntil?: string | null | undefined;
}

/**
 * Returns the last day on which a source shows that a spell held; null if there is none. A day before the start counts
 * as none, because such a source only announces the spell.
 */
export function lastAttestedDayOf({ attestedUntil, validity }: SpellOutput): string | null {
  if (!attestedUntil) return null;
  return validity?.earliest && attestedUntil < validity.earliest ? null : attestedUntil;
}
