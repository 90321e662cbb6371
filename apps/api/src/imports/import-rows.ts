import { cutText, maxLengths } from '@chancery/codebook';
import type { PlannedRow } from '@chancery/importers';
import type { PoolClient } from 'pg';

/** The number of rows with an outcome and a fact type. The type is null for rows that do not result in a fact. */
export interface RowCount {
  readonly outcome: string;
  readonly type: string | null;
  readonly rows: number;
}

/** Stores rows of an import. The first row gets the ordinal `first`, and each further row the next one. */
export async function storeRows(
  client: PoolClient,
  importId: string,
  first: number,
  rows: readonly PlannedRow[],
): Promise<void> {
  const column = <Value>(of: (row: PlannedRow) => Value | undefined) => rows.map((row) => of(row) ?? null);
  await client.query(
    `INSERT INTO desk.import_row (import_id, ordinal, file, line, "column", key, type, outcome, fact_id, label, message, detail)
     SELECT $1, $2 + r.at - 1, r.file, r.line, r."column", r.key, r.type, r.outcome, r.fact, r.label, r.message, r.detail
     FROM ROWS FROM (unnest($3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::jsonb[]))
       WITH ORDINALITY AS r (file, line, "column", key, type, outcome, fact, label, message, detail, at)`,
    [
      importId,
      first,
      column(({ file }) => file),
      column(({ line }) => line),
      column((row) => row.column),
      column(({ key }) => key),
      column(({ type }) => type),
      column(({ outcome }) => outcome),
      column(({ fact }) => fact),
      column(({ label }) => cutText(label, maxLengths.label)),
      column(({ message }) => message),
      column(detail),
    ],
  );
}

function detail({ changes, candidates, question }: PlannedRow): string | undefined {
  if (!changes && !candidates && question === undefined) return undefined;
  return JSON.stringify({ changes, candidates, question });
}

/** Counts rows by outcome and fact type. */
export class RowCounts {
  readonly #counts = new Map<string, RowCount>();

  /** Adds rows to the counts. */
  add(rows: readonly PlannedRow[]): void {
    for (const { outcome, type = null } of rows) {
      const key = `${outcome} ${type}`;
      this.#counts.set(key, { outcome, type, rows: (this.#counts.get(key)?.rows ?? 0) + 1 });
    }
  }

  /** All counts, sorted by outcome and type. */
  get all(): RowCount[] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
  }

  /** Returns the number of rows with an outcome, of all types. */
  of(outcome: string): number {
    return this.all.reduce((sum, count) => sum + (count.outcome === outcome ? count.rows : 0), 0);
  }
}
