import type { Pool } from 'pg';
import type { ForegroundImportResult } from './import-in-foreground.ts';
import type { RowCount } from './import-rows.ts';

const shown = 50;

/** What came of an import, as lines for whoever stands at the keyboard: counts, what is not taken, and what to do next. */
export async function* reportOf(desk: Pool, imported: ForegroundImportResult): AsyncGenerator<string> {
  const counts = imported.written ?? imported.checked;
  yield `${imported.rowsRead} rows read.`;
  yield* table(counts);
  yield* await untaken(desk, imported.id);
  const isSomething = counts.some(({ outcome }) => ['CREATE', 'UPDATE', 'CITED'].includes(outcome));
  if (!imported.written) yield 'Nothing is written. Leave out --check to write it into a changeset.';
  else if (!imported.changeset || !isSomething) yield 'The register has it all already: there is nothing to review.';
  else
    yield `Written into the changeset CS-${imported.changeset.number}. Look at it at the desk, submit it, and have somebody else review it.`;
}

function* table(counts: readonly RowCount[]): Generator<string> {
  const width = Math.max(0, ...counts.map(({ rows }) => String(rows).length));
  for (const { outcome, type, rows } of counts)
    yield `  ${String(rows).padStart(width)}  ${outcome.padEnd(9)}  ${type ?? 'lines'}`;
}

async function untaken(desk: Pool, id: string): Promise<string[]> {
  const { rows } = await desk.query<{ place: string; outcome: string; label: string; message: string | null }>(
    `SELECT concat_ws(', ', file, 'line ' || line, "column") AS place, outcome, label, message FROM desk.import_row
     WHERE import_id = $1 AND outcome IN ('ERROR', 'DOUBTFUL', 'CONFLICT') ORDER BY outcome = 'ERROR' DESC, ordinal LIMIT $2`,
    [id, shown + 1],
  );
  const lines = rows
    .slice(0, shown)
    .map(({ place, outcome, label, message }) => `${outcome}: ${place}: ${label}. ${message ?? ''}`);
  return rows.length > shown ? [...lines, `And more: they are all at the desk, under the import.`] : lines;
}
