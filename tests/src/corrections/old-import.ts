import type { CreateOperation, Operation } from '@chancery/changesets';
import { newDeskId, type Values } from '@chancery/codebook';
import { importers, stableId } from '@chancery/importers';
import type { Desk, Editor } from '../support/desk.ts';
import { publish } from '../support/desk.ts';
import { create } from '../support/operations.ts';

/** The source of an importer as earlier releases recorded it: with a batch but without coverage. */
export interface OldSource {
  /** The id of the source. */
  readonly source: string;
  /** The id of the batch. */
  readonly batch: string;
  /** The operations that create both. */
  readonly operations: readonly Operation[];
}

/**
 * Returns the source that an earlier release would have recorded for an importer, given by its key.
 * @throws Error if there is no such importer
 */
export function oldSource(key: string): OldSource {
  const found = importers.find(({ manifest }) => manifest.key === key);
  if (!found) throw new Error(`there is no importer ${key}`);
  const { title, version } = found.manifest;
  const source = stableId('Source', `import ${key} ${version}`);
  const batch = stableId('ImportBatch', `a test ${key}`);
  const about = { name: title, sourceType: 'DATASET', reliability: 'B', independenceGroup: key };
  const method = { stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2 };
  return {
    source,
    batch,
    operations: [
      create('Source', about, { fact: source }),
      create('ImportBatch', { title, source, ...method }, { fact: batch }),
    ],
  };
}

/** Merges facts as an import would: by editors, in a changeset that belongs to an import. Returns the revision. */
export async function mergeAsImport(
  { owner }: Pick<Desk, 'owner'>,
  people: readonly [Editor, Editor],
  key: string,
  operations: readonly Operation[],
): Promise<number> {
  const revision = await publish(people, operations);
  await owner.query(
    `INSERT INTO desk.import (id, source, status, changeset_id, started_by)
     SELECT $1, $2, 'WRITTEN', changeset_id, $3 FROM ledger.revision WHERE number = $4`,
    [newDeskId('import'), key, people[0].id, revision],
  );
  return revision;
}

/** Returns an operation that creates a fact, with a line of an import batch as its evidence. */
export function createFromLine(
  batch: string,
  line: number,
  type: Parameters<typeof create>[0],
  values: Values,
): CreateOperation {
  return create(type, values, { batch: { id: batch, line } });
}

/** Clears `attestedUntil` in the register and its history, because earlier releases did not record it. */
export async function clearAttestedUntil({ owner }: Pick<Desk, 'owner'>): Promise<void> {
  for (const schema of ['register', 'history'])
    for (const table of ['membership', 'obligation'])
      await owner.query(
        `ALTER TABLE ${schema}.${table} DISABLE TRIGGER USER;
         UPDATE ${schema}.${table} SET validity_attested_until = NULL;
         ALTER TABLE ${schema}.${table} ENABLE TRIGGER USER`,
      );
}
