import type { Operation } from '@chancery/changesets';
import type { FactTypeName, FieldValue } from '@chancery/codebook';

/** What becomes of a source record. `CITED`: the register says the same on other evidence, and the source is cited for it. */
export type ImportOutcome = 'CREATE' | 'UPDATE' | 'CITED' | 'UNCHANGED' | 'CONFLICT' | 'DOUBTFUL' | 'ERROR' | 'LEFT';

/** A field that changes, or that differs: as it stands, and as the source has it. */
export interface FieldChange {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** A fact that may be meant, and how likely it is, from 0 to 1. */
export interface Candidate {
  readonly fact: string;
  readonly label: string;
  readonly score: number;
  /** How the score came about. */
  readonly why: string;
}

/** What becomes of one source record of a source, or of a line of which no source record comes. */
export interface PlannedRow {
  readonly outcome: ImportOutcome;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  /** Names the source record within its source. */
  readonly key?: string;
  readonly type?: FactTypeName;
  /** The fact that is meant, or that will be. */
  readonly fact?: string;
  readonly label: string;
  readonly message?: string;
  readonly changes?: readonly FieldChange[];
  readonly candidates?: readonly Candidate[];
  /** The key under which an editor's answer is looked for, where one would help. */
  readonly question?: string;
  readonly operations: readonly Operation[];
}
