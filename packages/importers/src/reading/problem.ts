/** What is wrong with a file: where, and what to do about it. */
export interface FileProblem {
  /** The name of the file. */
  readonly file: string;
  /** Counted from 1, the header included; absent where the whole file is meant. */
  readonly line?: number;
  /** The name of the column as its header has it. */
  readonly column?: string;
  readonly message: string;
}

/** Thrown where a file cannot be read on: what comes after has no meaning. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`${problem.file}${problem.line === undefined ? '' : `, line ${problem.line}`}: ${problem.message}`);
    this.problem = problem;
  }
}
