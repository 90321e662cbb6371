import type { valuesOf } from '../../value-list.ts';
import type { spellReading } from '../../value-lists/spells.ts';

/** Whether something holds on a day: a value of the codebook's list SpellReading. */
export type SpellReadingName = ReturnType<typeof valuesOf<keyof typeof spellReading.values>>[number];

/** The bounds of a period in which something holds: days `YYYY-MM-DD`, `-infinity` or `infinity`; null is unknown. */
export interface SpellBounds {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly startLatest: string | null;
  readonly endEarliest: string | null;
  /**
   * The last day on which a source saw it to hold; null where none did. `infinity` for what lasts until a source ends
   * it.
   */
  readonly attestedUntil: string | null;
}

/** The version of the rules by which readings and statistics are derived. Answers that hold any carry it. */
export const readingVersion = 1;

/**
 * Whether something holds on a day (`YYYY-MM-DD`). The first that matches:
 *
 *     UNSTATED       earliest, latest and startLatest are unknown
 *     NO             on < earliest or on > latest
 *     CERTAIN        startLatest <= on and, where the end is stated, on <= endEarliest;
 *                    where it is open or unknown, on <= attestedUntil
 *     PRESUMED       startLatest <= on, the end is open
 *     LAST_RECORDED  startLatest <= on, the end is unknown
 *     POSSIBLE       otherwise
 *
 * A comparison with an unknown bound is not true. Where no period is stated but a source saw it to hold, the merge
 * writes the first day on which it did as `startLatest`. The reader says the same in SQL (`spell-sql.ts`).
 */
export function spellReadingOn(
  { earliest, latest, startLatest, endEarliest, attestedUntil }: SpellBounds,
  on: string,
): SpellReadingName {
  if (earliest === null && latest === null && startLatest === null) return 'UNSTATED';
  // Days and the texts of infinite bounds sort like the days themselves.
  if ((earliest !== null && on < earliest) || (latest !== null && on > latest)) return 'NO';
  if (startLatest === null || startLatest > on) return 'POSSIBLE';
  const hasEnd = latest !== null && latest !== 'infinity';
  if (hasEnd) return endEarliest !== null && on <= endEarliest ? 'CERTAIN' : 'POSSIBLE';
  if (attestedUntil !== null && on <= attestedUntil) return 'CERTAIN';
  return latest === 'infinity' ? 'PRESUMED' : 'LAST_RECORDED';
}
