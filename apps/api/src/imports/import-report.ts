import type { Pool } from 'pg';
import { checkConclusion } from './check-conclusion.ts';
import type { ForegroundImportResult } from './import-in-foreground.ts';
import type { RowCount } from './import-rows.ts';

const maxRows = 50;

/**
 * Yields the report of an import as lines of text: the row counts, the first 50 rows with errors, conflicts or open
 * questions, how many rows have errors or open questions, and the next step. If nothing can be imported, the last line
 * says so.
 */
export async function* importReportLines(desk: Pool, imported: ForegroundImportResult): AsyncGenerator<string> {
  const counts = imported.written ?? imported.checked;
  yield `Rows read: ${imported.rowsRead}.`;
  yield* table(counts);
  yield* await rowsNotImported(desk, imported.id);
  const hasChanges = counts.some(({ outcome }) => ['CREATE', 'UPDATE', 'CITED'].includes(outcome));
  const conclusion = checkConclusion(counts);
  if (conclusion?.isFailed) {
    yield conclusion.line;
    return;
  }
  if (conclusion) yield conclusion.line;
  if (!imported.written) yield 'No changeset was written. Run the command without --check to write one.';
  else if (!imported.changeset || !hasChanges)
    yield 'There is nothing to review: the import changes nothing in the register.';
  else
    yield `Written into changeset CS-${imported.changeset.number}. Check and submit it at the desk, and have another editor review it.`;
}

function* table(counts: readonly RowCount[]): Generator<string> {
  const width = Math.max(0, ...counts.map(({ rows }) => String(rows).length));
  for (const { outcome, type, rows } of counts)
    yield `  ${String(rows).padStart(width)}  ${outcome.padEnd(9)}  ${type ?? 'lines'}`;
}

async function rowsNotImported(desk: Pool, id: string): Promise<string[]> {
  const { rows } = await desk.query<{ place: string; outcome: string; label: string; message: string | null }>(
    `SELECT concat_ws(', ', file, 'line ' || line, "column") AS place, outcome, label, message FROM desk.import_row
     WHERE import_id = $1 AND outcome IN ('ERROR', 'DOUBTFUL', 'CONFLICT') ORDER BY outcome = 'ERROR' DESC, ordinal LIMIT $2`,
    [id, maxRows + 1],
  );
  const lines = rows
    .slice(0, maxRows)
    .map(({ place, outcome, label, message }) => `${outcome}: ${place}: ${label}. ${message ?? ''}`);
  return rows.length > maxRows
    ? [...lines, `More rows were not imported. The import's page at the desk lists them all.`]
    : lines;
}
