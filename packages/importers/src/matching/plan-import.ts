import { type Importer, type ReadReport, readSourceRecords } from '../importer.ts';
import type { FileProblem } from '../reading/problem.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { SourceRecord } from '../source-record.ts';
import { ImportMatcher } from './import-matcher.ts';
import { lookAhead } from './look-ahead.ts';
import type { Lookup } from './lookup.ts';
import type { PlannedRow } from './planned.ts';
import type { ImportDetails } from './provenance.ts';

/**
 * The number of source records that are matched together, with one set of queries. Progress is reported and
 * cancellation is checked only between batches, so larger ones would delay both.
 */
const batchSize = 1_000;
/** After more problems than this, planning stops at the end of a batch, since the whole file is probably wrong. */
const maxProblems = 10_000;

/** The import to plan: its id, grades and date, the importer, the files and the answers of editors. */
export interface PlanImportOptions extends ImportDetails {
  readonly importer: Importer;
  readonly files: readonly GivenFile[];
  /** Answers of editors to the questions of this source: the id of a fact by question, or `null` for a new fact. */
  readonly answers: ReadonlyMap<string, string | null>;
}

/**
 * Plans the outcome and the operations of each source record, for both the check and the writing of an import. Yields
 * batches of rows in the order of the files; problems and notes of lines follow the batch during which they were found.
 * The same options and register give the same rows with the same ids. `report` is updated along the way.
 */
export async function* planImport(
  { importer, files, ...plan }: PlanImportOptions,
  lookup: Lookup,
  report: ReadReport = { rows: 0, problems: [], notes: [] },
): AsyncGenerator<readonly PlannedRow[]> {
  const matcher = await ImportMatcher.begin(importer.manifest, plan, lookup, () => lookAhead(importer, files));
  const emitted = { problems: 0, notes: 0 };
  const newFindings = (): PlannedRow[] => {
    const rows = [
      ...byLine(report.problems.slice(emitted.problems)).map((problem) => lineRow('ERROR', problem)),
      ...report.notes.slice(emitted.notes).map((note) => lineRow('LEFT', note)),
    ];
    emitted.problems = report.problems.length;
    emitted.notes = report.notes.length;
    return rows;
  };
  let pending: SourceRecord[] = [];
  for await (const sourceRecord of readSourceRecords(importer, files, report)) {
    pending.push(sourceRecord);
    if (pending.length < batchSize) continue;
    yield [...(await matcher.rowsOf(pending)), ...newFindings()];
    pending = [];
    if (report.problems.length > maxProblems) {
      yield [tooMany(sourceRecord)];
      return;
    }
  }
  yield [...(await matcher.rowsOf(pending)), ...newFindings()];
}

/**
 * Joins the problems of each line, so that a line is one row however many problems it has. The columns are joined too,
 * and each message then starts with its column.
 */
function byLine(problems: readonly FileProblem[]): FileProblem[] {
  const lines = new Map<string, FileProblem[]>();
  for (const problem of problems) {
    const place = JSON.stringify([problem.file, problem.line ?? null]);
    const others = lines.get(place);
    if (others) others.push(problem);
    else lines.set(place, [problem]);
  }
  return [...lines.values()].flatMap((ofLine): FileProblem[] => {
    const [first, ...others] = ofLine;
    // Problems of the whole file and of its header are unrelated to each other.
    if (!first || others.length === 0 || first.line === undefined || first.line === 1) return ofLine;
    const columns = [...new Set(ofLine.flatMap(({ column }) => column ?? []))];
    const message = ofLine
      .map(({ column, message: own }) => (column === undefined || columns.length === 1 ? own : `${column}: ${own}`))
      .join(' ');
    return [{ ...first, ...(columns.length > 0 ? { column: columns.join(', ') } : {}), message }];
  });
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
    message: `More than ${maxProblems} problems were found, so the import stopped at this line. Correct the problems, then import the files again.`,
    operations: [],
  };
}
