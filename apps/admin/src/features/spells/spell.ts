import type { SpellReadingName } from '@chancery/codebook';
import type { DateOutput } from '../../fields/outputs.ts';

/** A spell with its reading on the day of the page. */
export interface SpellOutput {
  /** The period; null if no source states it. */
  readonly validity: Pick<DateOutput, 'edtf' | 'earliest' | 'latest' | 'words'> | null;
  /** A time for which a source attests the spell. */
  readonly asOf?: Pick<DateOutput, 'latest' | 'precision' | 'words'> | null | undefined;
  readonly reading: SpellReadingName;
  /** The last day for which a source attests the spell; `undefined` for spells that last until a source ends them. */
  readonly attestedUntil?: string | null | undefined;
}

/** Returns the last attested day, or null if no source is later than the start, which sources may announce in advance. */
export function lastAttestedDayOf({ attestedUntil, validity }: SpellOutput): string | null {
  if (!attestedUntil) return null;
  return validity?.earliest && attestedUntil < validity.earliest ? null : attestedUntil;
}
