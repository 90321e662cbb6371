import type { Pool } from 'pg';

/** Which rows of an import are listed. Null means any outcome or type. */
interface RowSelection {
  readonly importId: string;
  readonly outcomes: readonly string[] | null;
  readonly type: string | null;
  /** The ordinal after which the list starts. */
  readonly after: number;
  /** True to list only the first of the selected rows with the same question. */
  readonly onePerQuestion: boolean;
  readonly limit: number;
}

/** Returns the ordinals of the selected rows, in order. */
export async function selectRows(
  desk: Pool,
  { importId, outcomes, type, after, onePerQuestion, limit }: RowSelection,
): Promise<number[]> {
  const selected = `import_id = $1 AND ($2::text[] IS NULL OR outcome = ANY ($2)) AND ($3::text IS NULL OR type = $3)`;
  const isFirst = `AND (detail->>'question' IS NULL OR ordinal IN
    (SELECT min(ordinal) FROM desk.import_row WHERE ${selected} AND detail->>'question' IS NOT NULL GROUP BY detail->>'question'))`;
  const { rows } = await desk.query<{ ordinal: number }>(
    `SELECT ordinal FROM desk.import_row WHERE ${selected} AND ordinal > $4 ${onePerQuestion ? isFirst : ''}
     ORDER BY ordinal LIMIT $5`,
    [importId, outcomes, type, after, limit],
  );
  return rows.map(({ ordinal }) => ordinal);
}

/** Returns the number of rows of an import with each of these questions. */
export async function countRowsByQuestion(
  desk: Pool,
  importId: string,
  questions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (questions.length === 0) return new Map();
  const { rows } = await desk.query<{ question: string; rows: number }>(
    `SELECT detail->>'question' AS question, count(*)::integer AS rows FROM desk.import_row
     WHERE import_id = $1 AND detail->>'question' = ANY ($2) GROUP BY 1`,
    [importId, questions],
  );
  return new Map(rows.map(({ question, rows: count }) => [question, count]));
}
