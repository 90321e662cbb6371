import { wordsOf } from '@chancery/codebook';
import type { TitleParts } from '../source-record.ts';

/** An alliance to which the source gives no title. */
export interface UntitledAlliance {
  readonly kind: string;
  /** The codes of the parties, in the order in which the title names them. */
  readonly parties: readonly string[];
  /** The start date, as precise as the source states it. */
  readonly begin: string;
  /** The number of the alliance, with the name of its scheme, such as “ATOP 4968”. */
  readonly number: string;
}

/**
 * Returns a function that returns the parts of a unique title for each alliance of a source. Most titles have the year.
 * If an earlier title has the same kind, parties and year, the title has the start date as precise as the source states
 * it; if that title is used too, also the number.
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
