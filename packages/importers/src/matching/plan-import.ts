import { type Importer, type Reading, readSourceRecords } from '../importer.ts';
import type { FileProblem } from '../reading/problem.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { SourceRecord } from '../source-record.ts';
import { lookAhead } from './look-ahead.ts';
import type { Lookup } from './lookup.ts';
import { Matching } from './matching.ts';
import type { PlannedRow } from './planned.ts';
import type { ImportDetails } from './provenance.ts';

/**
 * Number of source records that are matched together, with one set of queries. Progress is reported and cancellation checked
 * between batches, so they must not be larger.
 */
const batchSize = 1_000;
/** Reading stops after this many problems, since the whole file is probably wrong. */
const maxProblems = 10_000;

/** The import to plan: its id and grades, the importer, the files and the answers of editors. */
export interface ImportPlan extends ImportDetails {
  readonly importer: Importer;
  readonly files: readonly GivenFile[];
  /** Answers of editors to the questions of this source: the id of a fact by question, or `null` for a new fact. */
  readonly answers: ReadonlyMap<string, string | null>;
}

/**
 * Plans the outcome and the operations of each source record. Both the check and the writing of an import use this plan. Rows
 * are in the order of the files, in batches; the same files, answers and register give the same rows with the same ids.
 * `reading` is updated on the way.
 */
export async function* planImport(
  { importer, files, ...plan }: ImportPlan,
  lookup: Lookup,
  reading: Reading = { rows: 0, problems: [], notes: [] },
): AsyncGenerator<readonly PlannedRow[]> {
  const matching = await Matching.begin(importer.manifest, plan, lookup, () => lookAhead(importer, files));
  const emitted = { problems: 0, notes: 0 };
  const newFindings = (): PlannedRow[] => {
    const rows = [
      ...reading.problems.slice(emitted.problems).map((problem) => lineRow('ERROR', problem)),
      ...reading.notes.slice(emitted.notes).map((note) => lineRow('LEFT', note)),
    ];
    emitted.problems = reading.problems.length;
    emitted.notes = reading.notes.length;
    return rows;
  };
  let pending: SourceRecord[] = [];
  for await (const sourceRecord of readSourceRecords(importer, files, reading)) {
    pending.push(sourceRecord);
    if (pending.length < batchSize) continue;
    yield [...(await matching.rowsOf(pending)), ...newFindings()];
    pending = [];
    if (reading.problems.length > maxProblems) {
      yield [tooMany(sourceRecord)];
      return;
    }
  }
  yield [...(await matching.rowsOf(pending)), ...newFindings()];
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
    message: `More than ${maxProblems} problems were found, and the rest of the file was not read. Fix these first.`,
    operations: [],
  };
}
