import type { Operation } from '@chancery/changesets';
import type { FactTypeName, FieldValue } from '@chancery/codebook';

/** The outcome of a source record. `CITED`: the register has the fact from other evidence, and the source is cited for it. */
export type ImportOutcome = 'CREATE' | 'UPDATE' | 'CITED' | 'UNCHANGED' | 'CONFLICT' | 'DOUBTFUL' | 'ERROR' | 'LEFT';

/** A field that changes or differs: its value in the register (`from`) and in the source (`to`). */
export interface FieldChange {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** The maximum number of candidates of a question. */
export const maxCandidates = 5;

/** A fact that may match, with a score from 0 to 1. */
export interface Candidate {
  readonly fact: string;
  readonly label: string;
  readonly score: number;
  /** The reasons for the score, for editors. */
  readonly why: string;
}

/** The planned import of one source record, or a problem or note of a line. */
export interface PlannedRow {
  readonly outcome: ImportOutcome;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  /** The key of the source record. */
  readonly key?: string;
  readonly type?: FactTypeName;
  /** The matched or created fact. */
  readonly fact?: string;
  readonly label: string;
  readonly message?: string;
  readonly changes?: readonly FieldChange[];
  readonly candidates?: readonly Candidate[];
  /** The key of the question, if an editor's answer can decide the row. */
  readonly question?: string;
  readonly operations: readonly Operation[];
}
