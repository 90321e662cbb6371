import { type Manifest, stableId } from '@chancery/importers';
import type pg from 'pg';

/** A source of the register, by its id, with the manifest of the importer that imported its facts. */
export interface ImportedSource {
  readonly manifest: Manifest;
  readonly source: string;
}

/**
 * Returns the sources under which the facts of a data set were imported: the one that the importer creates, and any
 * other source that an editor chose for an import. Sources without a batch in the register are left out.
 */
export async function importedSources(desk: pg.Pool, manifest: Manifest): Promise<ImportedSource[]> {
  const { rows } = await desk.query<{ source: string }>(
    `SELECT DISTINCT b.source_id AS source FROM register.import_batch b
     WHERE b.source_id = $2 OR b.id IN (
       SELECT o.fact_id FROM desk.import i
         JOIN ledger.revision r ON r.changeset_id = i.changeset_id
         JOIN ledger.operation o ON o.revision = r.number AND o.type = 'ImportBatch' AND o.kind = 'create'
       WHERE i.source = $1)
     ORDER BY 1`,
    [manifest.key, stableId('Source', `import ${manifest.key} ${manifest.version}`)],
  );
  return rows.map(({ source }) => ({ manifest, source }));
}
