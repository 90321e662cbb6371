import type { Operation } from '@chancery/changesets';
import type { FactTypeName, FieldValue } from '@chancery/codebook';

/**
 * The outcome of a source record or line. `CITED`: the register has the fact with other evidence, and the source is
 * added as a citation. `DOUBTFUL`: an editor must answer a question. `LEFT`: it is not imported, for a reason other
 * than an error.
 */
export type ImportOutcome = 'CREATE' | 'UPDATE' | 'CITED' | 'UNCHANGED' | 'CONFLICT' | 'DOUBTFUL' | 'ERROR' | 'LEFT';

/** A field whose value in the register (`from`) differs from the value in the source (`to`). */
export interface FieldChange {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** The maximum number of candidates that are offered for a question. */
export const maxCandidates = 5;

/** A stored fact that a source record may be, with a score from 0 to 1. */
export interface Candidate {
  readonly fact: string;
  readonly label: string;
  readonly score: number;
  /** The reasons for the score, for editors. */
  readonly why: string;
}

/** The planned import of one source record, source, batch or coverage, or else a problem or note of a line or file. */
export interface PlannedRow {
  readonly outcome: ImportOutcome;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  /** The key of the source record. */
  readonly key?: string;
  readonly type?: FactTypeName;
  /** The id of the matched or created fact. */
  readonly fact?: string;
  readonly label: string;
  readonly message?: string;
  readonly changes?: readonly FieldChange[];
  readonly candidates?: readonly Candidate[];
  /** The key under which an editor's answer is stored, if an answer can decide the row. */
  readonly question?: string;
  readonly operations: readonly Operation[];
}
