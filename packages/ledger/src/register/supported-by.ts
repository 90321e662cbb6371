import { supportsSql } from '../evidence-sql.ts';
import type { Queryable } from '../sql.ts';

/**
 * Returns those of the given facts that a source supports, through their import batch or a citation of the fact as a
 * whole. Citations of single fields do not count.
 */
export async function factsSupportedBy(
  client: Queryable,
  source: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (ids.size === 0) return new Set();
  const { rows } = await client.query<{ id: string }>(
    `SELECT f.id FROM register.fact f JOIN register.import_batch b ON b.id = f.batch_id
     WHERE f.id = ANY ($2) AND b.source_id = $1 AND ${supportsSql('b')}
     UNION
     SELECT c.fact_id FROM register.citation c
     WHERE c.fact_id = ANY ($2) AND c.source_id = $1 AND c.field IS NULL AND ${supportsSql('c')}`,
    [source, [...ids]],
  );
  return new Set(rows.map(({ id }) => id));
}
