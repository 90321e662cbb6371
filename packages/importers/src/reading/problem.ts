/** A problem with a file, or a note on a file: its place and a message for editors. */
export interface FileProblem {
  /** The name of the file. */
  readonly file: string;
  /** The line number; the header is line 1. Absent if the message is about the whole file. */
  readonly line?: number;
  /** The name of the column in the header. Absent if the message is about the whole line or file. */
  readonly column?: string;
  readonly message: string;
}

/** Thrown when a file cannot be read, or cannot be read further. `problem` says where and why. */
export class UnreadableFileError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`${problem.file}${problem.line === undefined ? '' : `, line ${problem.line}`}: ${problem.message}`);
    this.problem = problem;
  }
}

/** Thrown when a file has more text than it may have. `reason` says which limit it exceeds. */
export class UnpackLimitError extends UnreadableFileError {
  constructor(file: string, reason: string) {
    super({ file, message: `The file is too large: ${reason}. Split it, or leave out what is not needed.` });
  }
}
