import type { Scale } from '../similarity/cross-table.ts';
import type { Reference } from '../statistic.ts';

/** A scale of alliance ties, with a level for each kind of obligation. */
export interface AllianceScale extends Scale {
  /**
   * Returns the index in `levels` of the level of a kind of obligation.
   * @throws Error if the scale has no level for the kind.
   */
  readonly placeOf: (obligation: string) => number;
  readonly reference: Reference;
}

const lookUpIn =
  (places: Readonly<Record<string, number>>) =>
  (obligation: string): number => {
    const place = places[obligation];
    if (place === undefined) throw new Error(`the scale of alliances has no level for the obligation ${obligation}`);
    return place;
  };

/**
 * The scales on which alliances are measured. The two valued scales differ in their order: consultation ranks below
 * non-aggression in the Correlates of War and above it in ATOP, so a value means nothing without its scale. The
 * Correlates of War have no category for offence, which counts as defence here.
 */
export const allianceScales = {
  BINARY: {
    name: 'binary alliances: 1 any obligation, 0 none',
    levels: [0, 1],
    placeOf: lookUpIn({ DEFENSE: 1, OFFENSE: 1, NEUTRALITY: 1, NONAGGRESSION: 1, CONSULTATION: 1 }),
    reference: { text: 'Häge 2011, Political Analysis 19(3): 287-305', doi: '10.1093/pan/mpr023' },
  },
  COW_VALUED: {
    name: 'valued alliances of the Correlates of War: 3 defence, 2 neutrality or non-aggression, 1 entente, 0 none',
    levels: [0, 1, 2, 3],
    placeOf: lookUpIn({ DEFENSE: 3, OFFENSE: 3, NEUTRALITY: 2, NONAGGRESSION: 2, CONSULTATION: 1 }),
    reference: {
      text: 'Signorino & Ritter 1999, International Studies Quarterly 43(1): 115-144',
      doi: '10.1111/0020-8833.00113',
    },
  },
  ATOP_VALUED: {
    name: 'valued alliances of ATOP: 3 defence or offence, 2 neutrality or consultation, 1 non-aggression alone, 0 none',
    levels: [0, 1, 2, 3],
    placeOf: lookUpIn({ DEFENSE: 3, OFFENSE: 3, NEUTRALITY: 2, CONSULTATION: 2, NONAGGRESSION: 1 }),
    reference: {
      text: 'Leeds, Ritter, Mitchell & Long 2002, International Interactions 28(3): 237-260',
      doi: '10.1080/03050620213653',
    },
  },
} as const satisfies Readonly<Record<string, AllianceScale>>;

/** A key of `allianceScales`, such as `COW_VALUED`. */
export type AllianceScaleName = keyof typeof allianceScales;
