import { CsvError, parse } from 'csv-parse';
import { type FileProblem, UnreadableFileError } from './problem.ts';
import { type GivenFile, textOf } from './text-of-file.ts';

/** One row of an imported file. `line` is the line on which the row starts; `cells` are in the order of the header. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The header of a file, and its rows, which can be read once. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: AsyncGenerator<SourceRow>;
}

const max = { columns: 280, characters: 100_000 };

/**
 * Opens a file of comma-separated values and reads its header. Every row must have as many cells as the header, and
 * every quotation mark must be closed. Empty lines are skipped.
 * @throws UnreadableFileError if the header cannot be read or is invalid; reading the rows throws it at the first row
 * that cannot be read
 */
export async function tableOf(file: GivenFile): Promise<Table> {
  const rows = rowsOf(file);
  const first = await rows.next();
  if (first.done)
    throw new UnreadableFileError({
      file: file.name,
      message: 'The file is empty or has only empty lines. Use a complete copy of the file.',
    });
  if (first.value.cells.every((cell) => cell === ''))
    throw new UnreadableFileError({
      file: file.name,
      line: first.value.line,
      message: 'The first row has no column names. Add a header with the names of the columns.',
    });
  const header = first.value.cells.map((cell) => cell.trim());
  checkHeader(file.name, header);
  return { header, rows: sameWidth(file.name, header, rows) };
}

/** Returns a problem for each column of `wanted` that the header lacks, and for each other column that it has. */
export function headerProblems(file: string, header: readonly string[], wanted: readonly string[]): FileProblem[] {
  const missing = wanted.filter((name) => !header.includes(name));
  const extra = header.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((column) => ({
      file,
      line: 1,
      column,
      message: `The column “${column}” is missing. Use the edition that the importer or the mapping describes.`,
    })),
    ...extra.map((column) => ({
      file,
      line: 1,
      column,
      message: `The column “${column}” is unknown. Use the edition that the importer or the mapping describes, or remove the column.`,
    })),
  ];
}

async function* rowsOf(file: GivenFile): AsyncGenerator<SourceRow> {
  // The parser runs ahead: `startLines` has the line on which each row starts that is parsed but not read yet.
  // `lastLine` is the line on which the last parsed row ended, which errors of the parser do not contain.
  const startLines: number[] = [];
  let lastLine = 0;
  const parser = parse({
    relax_column_count: true,
    max_record_size: max.characters,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      lastLine = lines;
      // csv-parse counts the line where a row ends, and a cell may contain line breaks.
      startLines.push(lines - cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0));
      return cells;
    },
  });
  const feeding = feed(file, parser);
  // The await below throws the error, after the rows before it were read.
  feeding.catch(() => undefined);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { line: startLines.shift() ?? lastLine, cells };
    await feeding;
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(file.name, lastLine + 1, error);
    throw error;
  } finally {
    parser.destroy();
  }
}

async function feed(file: GivenFile, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const text of textOf(file)) {
      if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
    throw error;
  }
}

function unreadable(file: string, line: number, { code, message }: CsvError): UnreadableFileError {
  const messages: Readonly<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED:
      'A quotation mark in this row is not closed. Close it, or write it twice if it is part of the text.',
    CSV_MAX_RECORD_SIZE: `The row is longer than ${max.characters} characters. Check for a quotation mark that is not closed.`,
  };
  const text = messages[code] ?? `The row cannot be read as comma-separated values: ${message}. Correct the row.`;
  return new UnreadableFileError({ file, line, message: text });
}

function checkHeader(file: string, header: readonly string[]): void {
  const fail = (message: string, column?: string): never => {
    throw new UnreadableFileError({ file, line: 1, ...(column === undefined ? {} : { column }), message });
  };
  const [firstColumn = ''] = header;
  if (header.length === 1 && /[;\t|]/.test(firstColumn)) {
    const separator = firstColumn.includes(';') ? 'semicolons' : firstColumn.includes('\t') ? 'tabs' : 'vertical bars';
    fail(`The columns seem to be separated by ${separator}. Save the file with commas between the columns.`);
  }
  if (header.length > max.columns)
    fail(
      `The file has ${header.length} columns, but at most ${max.columns} are allowed. Remove those that are not needed.`,
    );
  const duplicate = header.find((name, at) => header.indexOf(name) !== at);
  if (duplicate === '') fail('Several columns have no name. Name these columns, or remove them.', duplicate);
  if (duplicate !== undefined)
    fail(`The header has the column “${duplicate}” more than once. Rename or remove all but one.`, duplicate);
}

async function* sameWidth(
  file: string,
  header: readonly string[],
  rows: AsyncGenerator<SourceRow>,
): AsyncGenerator<SourceRow> {
  for await (const row of rows) {
    if (row.cells.length !== header.length)
      throw new UnreadableFileError({
        file,
        line: row.line,
        message: `The number of cells in the row (${row.cells.length}) is not the number of columns in the header (${header.length}). Check the row for missing or extra commas.`,
      });
    yield row;
  }
}
