import { type Importer, type Reading, readSourceRecords } from '../importer.ts';
import type { FileProblem } from '../reading/problem.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { SourceRecord } from '../source-record.ts';
import { lookAhead } from './look-ahead.ts';
import type { Lookup } from './lookup.ts';
import { Matching } from './matching.ts';
import type { PlannedRow } from './planned.ts';
import type { Making } from './provenance.ts';

/**
 * Entries that are matched together: each look-up answers for all of them. No more, for between two batches it is told how
 * far an import has come and seen whether it is to stop.
 */
const batchSize = 1_000;
/** After so many lines that cannot be taken, the rest is not read: something is wrong with the file as a whole. */
const mostProblems = 10_000;

/** What an import needs to be planned. */
export interface Plan extends Making {
  readonly importer: Importer;
  readonly files: readonly GivenFile[];
  /** What editors have answered to the questions of this source: by key, the fact that is meant, or `null` for a new one. */
  readonly answers: ReadonlyMap<string, string | null>;
}

/**
 * Says what becomes of each source record of a source, and with what operations: the one path on which imports are checked and
 * written. Rows come in the order of the files, a batch at a time; the same files, answers and register give the same
 * rows with the same ids. `reading` counts along.
 */
export async function* planImport(
  { importer, files, ...plan }: Plan,
  lookup: Lookup,
  reading: Reading = { rows: 0, problems: [], notes: [] },
): AsyncGenerator<readonly PlannedRow[]> {
  const matching = await Matching.begin(importer.manifest, plan, lookup, () => lookAhead(importer, files));
  const said = { problems: 0, notes: 0 };
  const fresh = (): PlannedRow[] => {
    const rows = [
      ...reading.problems.slice(said.problems).map((problem) => lineRow('ERROR', problem)),
      ...reading.notes.slice(said.notes).map((note) => lineRow('LEFT', note)),
    ];
    said.problems = reading.problems.length;
    said.notes = reading.notes.length;
    return rows;
  };
  let held: SourceRecord[] = [];
  for await (const sourceRecord of readSourceRecords(importer, files, reading)) {
    held.push(sourceRecord);
    if (held.length < batchSize) continue;
    yield [...(await matching.rowsOf(held)), ...fresh()];
    held = [];
    if (reading.problems.length > mostProblems) {
      yield [tooMany(sourceRecord)];
      return;
    }
  }
  yield [...(await matching.rowsOf(held)), ...fresh()];
}

function lineRow(outcome: 'ERROR' | 'LEFT', { file, line, column, message }: FileProblem): PlannedRow {
  return {
    outcome,
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    label: line === undefined ? file : `Line ${line}`,
    message,
    operations: [],
  };
}

function tooMany({ file, line }: SourceRecord): PlannedRow {
  return {
    outcome: 'ERROR',
    file,
    line,
    label: file,
    message: `More than ${mostProblems} lines cannot be taken, and the rest is not read. Mend these first.`,
    operations: [],
  };
}
