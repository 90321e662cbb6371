import { Line } from './line.ts';
import type { FileManifest, Manifest } from './manifest.ts';
import { type FileProblem, UnreadableFileError } from './reading/problem.ts';
import { headerProblems, tableOf } from './reading/rows.ts';
import type { GivenFile } from './reading/text-of-file.ts';
import type { SourceRecord } from './source-record.ts';

/** An importer of a data set: the manifest, and a reader of lines. */
export interface Importer {
  readonly manifest: Manifest;
  /**
   * Returns a new line reader. Call the reader with every line of every file, in the order of the files in the
   * manifest.
   */
  readonly begin: () => LineReader;
  /** Returns true if a text in a column stands for an empty cell. If absent, no text does. */
  readonly isMissing?: (column: string, text: string) => boolean;
}

/**
 * Returns the source records of a line. A record that spans several lines may be returned with a later line or by
 * `end`, so its `line` may be an earlier one.
 */
export interface LineReader {
  (line: Line): Iterable<SourceRecord>;
  /** Returns the remaining records. It is called only if all files were read to their ends. */
  readonly end?: () => Iterable<SourceRecord>;
}

/** The row count, problems and notes of files, updated while they are read. */
export interface ReadReport {
  /** The number of rows read so far, without headers. */
  rows: number;
  readonly problems: FileProblem[];
  /** Lines without problems, or parts of them, that were not imported, and why. */
  readonly notes: FileProblem[];
}

/**
 * Yields the source records of a data set, without those of lines with problems. Problems are added to `report`. A file
 * with other columns than those of the manifest is skipped; after a missing file, nothing more is read. Both are
 * problems.
 * @throws Error if the importer never read a column of a file that it should import, although the file has rows and no
 * problem was found so far
 */
export async function* readSourceRecords(
  { manifest, begin, isMissing }: Importer,
  files: readonly GivenFile[],
  report: ReadReport,
): AsyncGenerator<SourceRecord> {
  const read = begin();
  let isComplete = true;
  for (const wanted of manifest.files) {
    const file = files.find(({ name }) => nameWithoutGz(name) === nameWithoutGz(wanted.name));
    if (!file) {
      report.problems.push({
        file: wanted.name,
        message: `The file is missing. Add it to the files of the source ${manifest.key}.`,
      });
      return;
    }
    if (!(yield* readFileRecords(wanted, file, { read, isMissing }, report))) isComplete = false;
  }
  if (isComplete && read.end) yield* read.end();
}

function nameWithoutGz(name: string): string {
  return name.replace(/\.gz$/, '');
}

/** Yields the source records of one file; returns true if the file was read to its end. */
async function* readFileRecords(
  wanted: FileManifest,
  file: GivenFile,
  { read, isMissing }: { readonly read: LineReader; readonly isMissing: Importer['isMissing'] },
  report: ReadReport,
): AsyncGenerator<SourceRecord, boolean> {
  const usedColumns = new Set<string>();
  const rowsBefore = report.rows;
  try {
    const { header, rows } = await tableOf(file);
    const problems = headerProblems(file.name, header, Object.keys(wanted.columns));
    if (problems.length > 0) {
      report.problems.push(...problems);
      return false;
    }
    const columnIndexes = new Map(header.map((name, index) => [name, index]));
    for await (const { line: number, cells } of rows) {
      report.rows += 1;
      const line = new Line(file.name, number, { columnIndexes, cells, usedColumns, isMissing });
      const records = [...read(line)];
      report.problems.push(...line.problems);
      const isAccepted = line.problems.length === 0;
      if (isAccepted) report.notes.push(...line.notes);
      yield* isAccepted ? records : records.filter((record) => record.line !== number);
    }
    if (report.rows === rowsBefore)
      report.problems.push({
        file: file.name,
        line: 1,
        message: 'The file has no rows below the header. Check that it is complete.',
      });
    const ignored = Object.keys(wanted.columns).filter(
      (name) => !usedColumns.has(name) && !wanted.columns[name]?.whyNotImported,
    );
    // An importer may skip the remaining columns of a line with problems, so they only count if there were none.
    if (report.rows > rowsBefore && report.problems.length === 0 && ignored.length > 0)
      throw new Error(
        `${wanted.name}: the importer neither reads these columns nor lists them as not imported: ${ignored.join(', ')}`,
      );
    return true;
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    report.problems.push(error.problem);
    return false;
  }
}
