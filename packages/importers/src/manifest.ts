import type { completeness, coveredKind, FactTypeName } from '@chancery/codebook';

/** What a column means, and whether what it holds is taken. */
export interface ColumnManifest {
  readonly meaning: string;
  /** Why it is not taken; absent where it is. */
  readonly left?: string;
}

/** A column that is not taken, and why. */
export const left = (meaning: string, why: string): ColumnManifest => ({ meaning, left: why });

/** A file of a source. */
export interface FileManifest {
  /** As its publisher calls it. */
  readonly name: string;
  /** All its columns: a file that has others, or lacks one, is another edition. */
  readonly columns: Readonly<Record<string, ColumnManifest>>;
  /** How many rows it has, the header left out; 0 where nobody knows, as of a table of one's own. */
  readonly rows: number;
}

/** What a data set covers of one kind of fact: the values of a `Coverage` record, its source apart. */
export interface CoverageManifest {
  readonly kind: keyof typeof coveredKind.values;
  /** The data set on which statistics are computed. */
  readonly dataSet?: string;
  readonly population: string;
  /** From when to when (EDTF). */
  readonly period: string;
  readonly completeness: keyof typeof completeness.values;
  /** Times within the period that it does not cover (EDTF, a set such as `{1964,2020}`). */
  readonly gaps?: string;
  /** What else must be known of how the facts were collected. */
  readonly note?: string;
}

/** A data set that can be brought in: what it is, on what terms, and what comes of it. */
export interface Manifest {
  /** Its name on the command line and in keys. */
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly version: string;
  /** Sources of one origin share a group and count once; its key where it is left out. */
  readonly independenceGroup?: string;
  /** How its makers ask to be cited. */
  readonly citation: string;
  readonly doi?: string;
  readonly licence: {
    readonly terms: string;
    /** Whether the terms allow that what it says is shown to everybody. */
    readonly republish: boolean;
  };
  /** The time that a table of one's own covers, as its editor states it (EDTF); published sources say what they cover. */
  readonly coverage?: string;
  /** What it covers, by kind of fact; nothing in a table of one's own, of which nobody knows whether it is complete. */
  readonly covers: readonly CoverageManifest[];
  /** The Admiralty grades that it is given unless an editor says otherwise. */
  readonly grade: {
    readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
    readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
  };
  readonly files: readonly FileManifest[];
  /** How many facts of each type it tells of. */
  readonly facts: Readonly<Partial<Record<FactTypeName, number>>>;
  /** Of how many things in its lines it is known that they contradict or repeat others, and are left out. */
  readonly notes: number;
}

/** The time that a data set covers (EDTF): several where it covers kinds of fact over different times. */
export function coveredTime({ coverage, covers }: Manifest): string {
  return [...new Set([...(coverage === undefined ? [] : [coverage]), ...covers.map(({ period }) => period)])].join(
    ', ',
  );
}
