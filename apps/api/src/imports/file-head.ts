import { type GivenFile, tableOf, UnreadableFile } from '@chancery/importers';

/** What a file begins with. */
export interface FileHead {
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Why it cannot be read. */
  readonly problem: string | null;
}

const sampleRows = 5;

/** The columns of a file and its first rows. */
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
      return { columns: header, sample, problem: sentence(error) };
    }
    return { columns: header, sample, problem: null };
  } catch (error) {
    return { columns: [], sample: [], problem: sentence(error) };
  }
}

function sentence(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  throw error;
}
