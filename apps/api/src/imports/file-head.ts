import { type GivenFile, tableOf, UnreadableFile } from '@chancery/importers';

/** The header and the first rows of a file. */
export interface FileHead {
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Why the file cannot be read; null if it can. */
  readonly problem: string | null;
}

const sampleRows = 5;

/** Reads the columns of a file and its first rows. */
export async function readFileHead(file: GivenFile): Promise<FileHead> {
  try {
    const { header, rows } = await tableOf(file);
    const sample: (readonly string[])[] = [];
    try {
      for await (const { cells } of rows) {
        sample.push(cells);
        if (sample.length === sampleRows) break;
      }
    } catch (error) {
      return { columns: header, sample, problem: problemOf(error) };
    }
    return { columns: header, sample, problem: null };
  } catch (error) {
    return { columns: [], sample: [], problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  throw error;
}
