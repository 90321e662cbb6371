import type { completeness, coveredKind, FactTypeName } from '@chancery/codebook';

/** What a column means, and whether it is imported. */
export interface ColumnManifest {
  readonly meaning: string;
  /** The reason why the column is not imported; absent if it is imported. */
  readonly whyNotImported?: string;
}

/** Returns the description of a column that is not imported. `reason` is a sentence. */
export const notImported = (meaning: string, reason: string): ColumnManifest => ({ meaning, whyNotImported: reason });

/** A file of a data set as its publisher provides it: name, columns and number of rows. */
export interface FileManifest {
  /** The name that the publisher gives the file. */
  readonly name: string;
  /** All columns, by name. A file with more or fewer columns is treated as another edition. */
  readonly columns: Readonly<Record<string, ColumnManifest>>;
  /** Number of rows without the header; 0 if unknown, as for an editor's own table. */
  readonly rows: number;
}

/** The coverage of a data set for one kind of fact: the values of a `Coverage` record other than `source`. */
export interface CoverageManifest {
  readonly kind: keyof typeof coveredKind.values;
  /** The short name of the data set for which statistics are computed; absent if none are computed from it. */
  readonly dataSet?: string;
  readonly population: string;
  /** The period that the data set covers (EDTF). */
  readonly period: string;
  readonly completeness: keyof typeof completeness.values;
  /** The years within the period that the data set does not cover (an EDTF set such as `{1964,2020}`). */
  readonly gaps?: string;
  /** Other remarks on how the facts were collected. */
  readonly note?: string;
}

/** A data set that can be imported: its identity, licence, files and expected facts. */
export interface Manifest {
  /** The name of the data set on the command line. Stable ids are derived from it, so it must not change. */
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly version: string;
  /** Sources of the same origin share a group and count once as evidence. Defaults to `key`. */
  readonly independenceGroup?: string;
  /** The citation that the authors ask for. */
  readonly citation: string;
  readonly doi?: string;
  readonly licence: {
    readonly terms: string;
    /** True if the terms allow the register to publish the data. */
    readonly republish: boolean;
  };
  /**
   * The period that an editor's own table covers, in the words of the editor. Published data sets state their periods
   * in `covers`.
   */
  readonly coverage?: string;
  /** Coverage by kind of fact; empty for an editor's own table, whose completeness is unknown. */
  readonly covers: readonly CoverageManifest[];
  /** Default Admiralty grades; an editor can change them for an import. */
  readonly grade: {
    readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
    readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
  };
  readonly files: readonly FileManifest[];
  /** The expected number of source records by type; empty for an editor's own table. */
  readonly facts: Readonly<Partial<Record<FactTypeName, number>>>;
  /** The expected number of notes, each on a line or part of a line that is not imported. */
  readonly notes: number;
}

/** Returns the period that a data set covers; several, separated by commas, if they differ by kind of fact. */
export function coveredTime({ coverage, covers }: Manifest): string {
  return [...new Set([...(coverage === undefined ? [] : [coverage]), ...covers.map(({ period }) => period)])].join(
    ', ',
  );
}
