import { type GivenFile, tableOf, UnreadableFileError } from '@chancery/importers';
import { limits } from '../limits/limits.ts';

/** The texts in a column of a file, without empty cells. */
export interface ColumnValues {
  readonly column: string;
  /** The number of cells that are not empty. */
  readonly filled: number;
  /** The texts, most frequent first; empty if there are more different or longer ones than the limits allow. */
  readonly texts: readonly { readonly text: string; readonly rows: number }[];
}

/** The texts of all columns of a file, and whether they are those of all its rows. */
export interface FileValues {
  readonly columns: readonly ColumnValues[];
  /** False if the file was only read up to a limit or an error. */
  readonly isWhole: boolean;
}

const { texts: maxTexts, textLength } = limits.columnValues;

/** Counts the texts in the columns of a file, up to its first error. Returns no columns if its header cannot be read. */
export async function readColumnValues(file: GivenFile): Promise<FileValues> {
  const counts: { column: string; filled: number; texts: Map<string, number> | undefined }[] = [];
  const result = (isWhole: boolean): FileValues => ({
    isWhole,
    columns: counts.map(({ column, filled, texts }) => ({
      column,
      filled,
      texts: [...(texts ?? [])].sort((a, b) => b[1] - a[1]).map(([text, rows]) => ({ text, rows })),
    })),
  });
  try {
    const { header, rows } = await tableOf(file);
    for (const column of header) counts.push({ column, filled: 0, texts: new Map() });
    for await (const { cells } of rows)
      for (const [index, count] of counts.entries()) {
        const text = (cells[index] ?? '').trim();
        if (text === '') continue;
        count.filled += 1;
        const { texts } = count;
        if (!texts) continue;
        texts.set(text, (texts.get(text) ?? 0) + 1);
        // A column of names or prose has no value map.
        if (texts.size > maxTexts || text.length > textLength) count.texts = undefined;
      }
    return result(true);
  } catch (error) {
    if (error instanceof UnreadableFileError) return result(false);
    throw error;
  }
}
