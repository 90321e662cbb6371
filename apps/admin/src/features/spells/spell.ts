import type { SpellReadingName } from '@chancery/codebook';
import type { DateOutput } from '../../fields/outputs.ts';

/** A fact that holds for a period, with its reading on the day of the page. */
export interface SpellOutput {
  /** The period; null where no source states it. */
  readonly validity: Pick<DateOutput, 'edtf' | 'earliest' | 'latest' | 'words'> | null;
  /** A time at which a source shows it to hold. */
  readonly asOf?: Pick<DateOutput, 'latest' | 'precision' | 'words'> | null | undefined;
  readonly reading: SpellReadingName;
  /** The last day on which a source saw it to hold; `undefined` for what lasts until a source ends it. */
  readonly attestedUntil?: string | null | undefined;
}

/** The last day on which a source saw it to hold; null where none did since it started, which sources may announce. */
export function lastSeen({ attestedUntil, validity }: SpellOutput): string | null {
  if (!attestedUntil) return null;
  return validity?.earliest && attestedUntil < validity.earliest ? null : attestedUntil;
}
