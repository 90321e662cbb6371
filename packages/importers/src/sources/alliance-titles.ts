import { wordsOf } from '@chancery/codebook';
import type { TitleParts } from '../source-record.ts';

/** An alliance that has no title of its own. */
export interface UntitledAlliance {
  readonly kind: string;
  /** Its parties, in the order in which they are named. */
  readonly parties: readonly string[];
  /** When it began, as precise as the source states it. */
  readonly begin: string;
  /** How its source numbers it, such as “ATOP 4968”. */
  readonly number: string;
}

/**
 * Gives the alliances of one source titles that differ. The year tells most of them apart; of several of one kind among the
 * same parties in a year, all but the first have their day, and their number where that is the same too.
 */
export function allianceTitles(): (alliance: UntitledAlliance) => TitleParts {
  const given = new Set<string>();
  return ({ kind, parties, begin, number }) => {
    // Of more than three parties, a title names two and says how many others there are.
    const named = parties.length > 3 ? [...parties.slice(0, 2), `and ${parties.length}`] : parties;
    const title = (time: string) => [kind, ...named, time].join(' ');
    const day = wordsOf(begin);
    const time = [begin.slice(0, 4), day].find((each) => !given.has(title(each))) ?? `${day} (${number})`;
    given.add(title(time));
    return { kind, time };
  };
}
