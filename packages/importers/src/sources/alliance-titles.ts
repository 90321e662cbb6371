import { wordsOf } from '@chancery/codebook';
import type { TitleParts } from '../source-record.ts';

/** An alliance for which the source gives no title. */
export interface UntitledAlliance {
  readonly kind: string;
  /** Codes of its parties, in the order in which the title names them. */
  readonly parties: readonly string[];
  /** Start date, as precise as the source states it. */
  readonly begin: string;
  /** Its number in the source, such as “ATOP 4968”. */
  readonly number: string;
}

/**
 * Returns a function that gives each alliance of a source a unique title. Most titles have the year. If a kind, its parties
 * and the year were used before, the title has the full date, and also the number if the date was used before.
 */
export function allianceTitles(): (alliance: UntitledAlliance) => TitleParts {
  const usedTitles = new Set<string>();
  return ({ kind, parties, begin, number }) => {
    // A title names at most three parties; of more, two and the number of the others.
    const named = parties.length > 3 ? [...parties.slice(0, 2), `and ${parties.length}`] : parties;
    const title = (time: string) => [kind, ...named, time].join(' ');
    const day = wordsOf(begin);
    const time = [begin.slice(0, 4), day].find((text) => !usedTitles.has(title(text))) ?? `${day} (${number})`;
    usedTitles.add(title(time));
    return { kind, time };
  };
}
