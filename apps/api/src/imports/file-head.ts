import { type GivenFile, tableOf, UnreadableFileError } from '@chancery/importers';

/** The names of a file's columns, and the cells of its first rows. */
export interface FileHead {
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Why the file cannot be read; null if it can. */
  readonly problem: string | null;
}

const sampleRows = 5;

/**
 * Reads the header and the first five rows of a file. For an unreadable file, returns what could be read and sets
 * `problem`. `explain` may replace an error that says why.
 */
export async function readFileHead(
  file: GivenFile,
  explain: (error: unknown) => unknown = (error) => error,
): Promise<FileHead> {
  try {
    const { header, rows } = await tableOf(file);
    const sample: (readonly string[])[] = [];
    try {
      for await (const { cells } of rows) {
        sample.push(cells);
        if (sample.length === sampleRows) break;
      }
    } catch (error) {
      return { columns: header, sample, problem: problemOf(explain(error)) };
    }
    return { columns: header, sample, problem: null };
  } catch (error) {
    return { columns: [], sample: [], problem: problemOf(explain(error)) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof UnreadableFileError) return error.message;
  throw error;
}
