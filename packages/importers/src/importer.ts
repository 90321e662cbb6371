import { Line } from './line.ts';
import type { FileManifest, Manifest } from './manifest.ts';
import { type FileProblem, UnreadableFile } from './reading/problem.ts';
import { headerProblems, tableOf } from './reading/rows.ts';
import type { GivenFile } from './reading/text-of-file.ts';
import type { SourceRecord } from './source-record.ts';

/** A source: what it is, and what each line of its files says. */
export interface Importer {
  readonly manifest: Manifest;
  /** Begins to read: what comes back is told each line in turn, file by file in the order of the manifest. */
  readonly begin: () => LineReader;
}

/**
 * Tells what a line says. What takes several lines to tell may come with a later one, each record at the line that it is
 * of, or at the end.
 */
export interface LineReader {
  (line: Line): Iterable<SourceRecord>;
  /** What is still to be told once all files are read to their ends. */
  readonly end?: () => Iterable<SourceRecord>;
}

/** What was found while files were read. */
export interface Reading {
  /** Rows read, the headers left out. */
  rows: number;
  readonly problems: FileProblem[];
  /** What of the lines that were taken is left out, and why. */
  readonly notes: FileProblem[];
}

/**
 * Reads the files of a source. A line that cannot be taken is a problem, and none of its facts comes; a file that is not
 * one of the source's ends the reading before anything has come of it.
 * @throws where the importer passes over a column that its manifest does not say is left
 */
export async function* readSourceRecords(
  { manifest, begin }: Importer,
  files: readonly GivenFile[],
  reading: Reading,
): AsyncGenerator<SourceRecord> {
  const read = begin();
  let isWhole = true;
  for (const wanted of manifest.files) {
    const file = files.find(({ name }) => plainName(name) === plainName(wanted.name));
    if (!file) {
      reading.problems.push({ file: wanted.name, message: `The source ${manifest.key} needs this file.` });
      return;
    }
    if (!(yield* readFileRecords(wanted, file, read, reading))) isWhole = false;
  }
  if (isWhole && read.end) yield* read.end();
}

/** The name of a file, whether it is packed or not. */
function plainName(name: string): string {
  return name.replace(/\.gz$/, '');
}

/** Comes back with whether the file was read to its end. */
async function* readFileRecords(
  wanted: FileManifest,
  file: GivenFile,
  read: LineReader,
  reading: Reading,
): AsyncGenerator<SourceRecord, boolean> {
  const taken = new Set<string>();
  const before = reading.rows;
  try {
    const { header, rows } = await tableOf(file);
    const wrong = headerProblems(file.name, header, Object.keys(wanted.columns));
    if (wrong.length > 0) {
      reading.problems.push(...wrong);
      return false;
    }
    const places = new Map(header.map((name, place) => [name, place]));
    for await (const { line: number, cells } of rows) {
      reading.rows += 1;
      const line = new Line(file.name, number, { places, cells, taken });
      const records = [...read(line)];
      reading.problems.push(...line.problems);
      const isTaken = line.problems.length === 0;
      if (isTaken) reading.notes.push(...line.notes);
      yield* isTaken ? records : records.filter((record) => record.line !== number);
    }
    if (reading.rows === before)
      reading.problems.push({ file: file.name, line: 1, message: 'There is no row below the header.' });
    const passedOver = Object.keys(wanted.columns).filter((name) => !taken.has(name) && !wanted.columns[name]?.left);
    // A line that is wrong may be left before its last column is looked at.
    if (reading.rows > before && reading.problems.length === 0 && passedOver.length > 0)
      throw new Error(`${wanted.name}: ${passedOver.join(', ')} are neither taken nor said to be left`);
    return true;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    reading.problems.push(error.problem);
    return false;
  }
}
