/** A problem with a file: where it is, and what to do. */
export interface FileProblem {
  /** The name of the file. */
  readonly file: string;
  /** The line number; the header is line 1. Absent if the problem concerns the whole file. */
  readonly line?: number;
  /** The column name in the header. */
  readonly column?: string;
  readonly message: string;
}

/** Thrown when the rest of a file cannot be read. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`${problem.file}${problem.line === undefined ? '' : `, line ${problem.line}`}: ${problem.message}`);
    this.problem = problem;
  }
}
