import type { ValueOf } from '../../value-list.ts';
import type { spellReading } from '../../value-lists/spells.ts';

/** The reading of a spell on a day: a value of the codebook's list SpellReading. */
export type SpellReadingName = ValueOf<typeof spellReading>;

/** The bounds of a spell: days `YYYY-MM-DD`, `-infinity` or `infinity`; null is unknown. */
export interface SpellBounds {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly startLatest: string | null;
  readonly endEarliest: string | null;
  /**
   * The last day on which a source shows that the spell held; null if no source does. `infinity` for spells that
   * continue until a source states an end.
   */
  readonly attestedUntil: string | null;
}

/** The version of the rules for readings and statistics. The API states it with every statistic. */
export const readingVersion = 1;

/**
 * Returns the reading of a spell on a day (`YYYY-MM-DD`). The first rule that matches decides:
 *
 *     UNSTATED       earliest, latest and startLatest are unknown
 *     NO             on < earliest or on > latest
 *     CERTAIN        startLatest <= on and, if the end is stated, on <= endEarliest;
 *                    if it is open or unknown, on <= attestedUntil
 *     PRESUMED       startLatest <= on, the end is open
 *     LAST_RECORDED  startLatest <= on, the end is unknown
 *     POSSIBLE       otherwise
 *
 * A comparison with an unknown bound is not true. If no period is stated but a source shows that the spell held, the
 * merge writes the first such day as `startLatest`. The reader has the same rules in SQL (`spell-sql.ts`).
 */
export function spellReadingOn(
  { earliest, latest, startLatest, endEarliest, attestedUntil }: SpellBounds,
  on: string,
): SpellReadingName {
  if (earliest === null && latest === null && startLatest === null) return 'UNSTATED';
  // Bounds compare as strings; see `overlap.ts`.
  if ((earliest !== null && on < earliest) || (latest !== null && on > latest)) return 'NO';
  if (startLatest === null || startLatest > on) return 'POSSIBLE';
  const hasEnd = latest !== null && latest !== 'infinity';
  if (hasEnd) return endEarliest !== null && on <= endEarliest ? 'CERTAIN' : 'POSSIBLE';
  if (attestedUntil !== null && on <= attestedUntil) return 'CERTAIN';
  return latest === 'infinity' ? 'PRESUMED' : 'LAST_RECORDED';
}
