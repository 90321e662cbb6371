import { Line } from './line.ts';
import type { FileManifest, Manifest } from './manifest.ts';
import { type FileProblem, UnreadableFile } from './reading/problem.ts';
import { headerProblems, tableOf } from './reading/rows.ts';
import type { GivenFile } from './reading/text-of-file.ts';
import type { SourceRecord } from './source-record.ts';

/** An importer of a data set: its manifest, and how its lines are read. */
export interface Importer {
  readonly manifest: Manifest;
  /** Starts a reading. The reader must be called with every line, file by file in the order of the manifest. */
  readonly begin: () => LineReader;
}

/**
 * Returns the source records of a line. A record that is read from several lines may be returned with a later line, or by
 * `end`; its `line` is the line that it was read from, which may be an earlier one.
 */
export interface LineReader {
  (line: Line): Iterable<SourceRecord>;
  /** Returns the remaining records after all files were read completely. */
  readonly end?: () => Iterable<SourceRecord>;
}

/** Counts and findings of a reading, updated while files are read. */
export interface Reading {
  /** Number of rows read, without headers. */
  rows: number;
  readonly problems: FileProblem[];
  /** Parts of accepted lines that were omitted, and why. */
  readonly notes: FileProblem[];
}

/**
 * Reads the source records of a data set. A line with problems yields no records; the problems are added to `reading`. A file
 * whose columns are not those of the manifest is skipped, and a missing file ends the reading; both are problems.
 * @throws Error if the importer does not read a column that its manifest does not list as not imported
 */
export async function* readSourceRecords(
  { manifest, begin }: Importer,
  files: readonly GivenFile[],
  reading: Reading,
): AsyncGenerator<SourceRecord> {
  const read = begin();
  let isComplete = true;
  for (const wanted of manifest.files) {
    const file = files.find(({ name }) => nameWithoutGz(name) === nameWithoutGz(wanted.name));
    if (!file) {
      reading.problems.push({
        file: wanted.name,
        message: `The file is missing. Add it to the files of the source ${manifest.key}.`,
      });
      return;
    }
    if (!(yield* readFileRecords(wanted, file, read, reading))) isComplete = false;
  }
  if (isComplete && read.end) yield* read.end();
}

/** Returns the file name without `.gz`. */
function nameWithoutGz(name: string): string {
  return name.replace(/\.gz$/, '');
}

/** Reads one file; returns true if it was read to its end. */
async function* readFileRecords(
  wanted: FileManifest,
  file: GivenFile,
  read: LineReader,
  reading: Reading,
): AsyncGenerator<SourceRecord, boolean> {
  const usedColumns = new Set<string>();
  const rowsBefore = reading.rows;
  try {
    const { header, rows } = await tableOf(file);
    const problems = headerProblems(file.name, header, Object.keys(wanted.columns));
    if (problems.length > 0) {
      reading.problems.push(...problems);
      return false;
    }
    const columnIndexes = new Map(header.map((name, index) => [name, index]));
    for await (const { line: number, cells } of rows) {
      reading.rows += 1;
      const line = new Line(file.name, number, { columnIndexes, cells, usedColumns });
      const records = [...read(line)];
      reading.problems.push(...line.problems);
      const isAccepted = line.problems.length === 0;
      if (isAccepted) reading.notes.push(...line.notes);
      yield* isAccepted ? records : records.filter((record) => record.line !== number);
    }
    if (reading.rows === rowsBefore)
      reading.problems.push({
        file: file.name,
        line: 1,
        message: 'The file has no rows below the header. Check that it is complete.',
      });
    const ignored = Object.keys(wanted.columns).filter(
      (name) => !usedColumns.has(name) && !wanted.columns[name]?.whyNotImported,
    );
    // An importer may skip the remaining columns of a line with problems, so they only count if there were none.
    if (reading.rows > rowsBefore && reading.problems.length === 0 && ignored.length > 0)
      throw new Error(`${wanted.name}: ${ignored.join(', ')} are neither read nor listed as not imported`);
    return true;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    reading.problems.push(error.problem);
    return false;
  }
}
