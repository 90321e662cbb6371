import { CsvError, parse } from 'csv-parse';
import { type FileProblem, UnreadableFile } from './problem.ts';
import { type GivenFile, textOf } from './text-of-file.ts';

/** One row of a file: its line and its cells, by the name of their column. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file's header and rows. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: AsyncGenerator<SourceRow>;
}

const most = { columns: 280, characters: 100_000 };

/**
 * Reads comma-separated values with a header, strictly: every row has as many cells as the header, quotes are closed.
 * @throws UnreadableFile, also while rows are read, at the line where the file stops making sense
 */
export async function tableOf(file: GivenFile): Promise<Table> {
  const rows = rowsOf(file);
  const first = await rows.next();
  if (first.done || first.value.cells.every((cell) => cell === ''))
    throw new UnreadableFile({ file: file.name, message: 'The file is empty.' });
  const header = first.value.cells.map((cell) => cell.trim());
  refuseOddHeader(file.name, header);
  return { header, rows: sameWidth(file.name, header, rows) };
}

/** Columns that a table lacks or has besides those it should have. */
export function headerProblems(file: string, header: readonly string[], wanted: readonly string[]): FileProblem[] {
  const lacking = wanted.filter((name) => !header.includes(name));
  const extra = header.filter((name) => !wanted.includes(name));
  return [
    ...lacking.map((column) => ({ file, line: 1, column, message: `The column “${column}” is missing.` })),
    ...extra.map((column) => ({
      file,
      line: 1,
      column,
      message: `The column “${column}” is not known in this source: it may be another edition of it.`,
    })),
  ];
}

async function* rowsOf(file: GivenFile): AsyncGenerator<SourceRow> {
  // Where the rows that are under way begin; where the last one ended is told by nothing else once there is a fault.
  const begins: number[] = [];
  let ended = 0;
  const parser = parse({
    relax_column_count: true,
    max_record_size: most.characters,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      ended = lines;
      // Lines are counted where a row ends, and a cell may hold line breaks.
      begins.push(lines - cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0));
      return cells;
    },
  });
  const feeding = feed(file, parser);
  // Its failure is thrown below, where the rows that came before it have been taken.
  feeding.catch(() => undefined);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { line: begins.shift() ?? ended, cells };
    await feeding;
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(file.name, ended + 1, error);
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

function unreadable(file: string, line: number, { code, message }: CsvError): UnreadableFile {
  const messages: Readonly<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED: 'A quotation mark in this row is never closed.',
    CSV_MAX_RECORD_SIZE: `The row is longer than ${most.characters} characters: a quotation mark may not be closed.`,
  };
  const said = messages[code] ?? `The row cannot be read as comma-separated values: ${message}.`;
  return new UnreadableFile({ file, line, message: said });
}

function refuseOddHeader(file: string, header: readonly string[]): void {
  const refuse = (message: string, column?: string): never => {
    throw new UnreadableFile({ file, line: 1, ...(column === undefined ? {} : { column }), message });
  };
  const [only = ''] = header;
  if (header.length === 1 && /[;\t|]/.test(only)) {
    const sign = only.includes(';') ? 'semicolons' : only.includes('\t') ? 'tabs' : 'bars';
    refuse(`The columns are separated by ${sign}. Save the file with commas.`);
  }
  if (header.length > most.columns) refuse(`The file has ${header.length} columns; at most ${most.columns} are read.`);
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined) refuse(`The column “${twice}” stands there twice.`, twice);
}

async function* sameWidth(
  file: string,
  header: readonly string[],
  rows: AsyncGenerator<SourceRow>,
): AsyncGenerator<SourceRow> {
  for await (const row of rows) {
    if (row.cells.length !== header.length)
      throw new UnreadableFile({
        file,
        line: row.line,
        message: `The row has ${row.cells.length} cells where the header has ${header.length} columns.`,
      });
    yield row;
  }
}
