import { Readable } from 'node:stream';
import { type ForegroundImportResult, importInForeground } from '@chancery/api';
import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { type DeskClient, deskClient } from '@chancery/prisma/desk';
import type { Desk, Editor } from './desk.ts';

/** The files of a published source, or of a table with a mapping of its columns. */
export interface ImportInput {
  readonly source: string;
  readonly mapping?: object;
  readonly files: Readonly<Record<string, string>>;
}

/** A row of `desk.import_row`. */
export interface StoredImportRow {
  readonly type: string | null;
  readonly outcome: string;
  readonly key: string | null;
  readonly fact: string | null;
  readonly label: string;
  readonly message: string | null;
}

/**
 * Imports files as one editor and merges the changeset as another. Returns the import, its stored rows, and the number
 * of merged operations, which is 0 if there was nothing to merge.
 * @throws Error if the ledger refuses the changeset
 */
export async function importAndMerge(
  desk: Desk,
  [author, reviewer]: readonly [Editor, Editor],
  { files, ...rest }: ImportInput,
): Promise<{
  readonly imported: ForegroundImportResult;
  readonly rows: readonly StoredImportRow[];
  readonly operations: number;
}> {
  const client: DeskClient = deskClient(desk.desk);
  try {
    const imported = await importInForeground({
      ...{ desk: desk.desk, client, by: author.id, ...rest },
      files: Object.entries(files).map(([name, text]) => ({ name, open: () => Readable.from([Buffer.from(text)]) })),
    });
    const { rows } = await desk.owner.query<StoredImportRow>(
      'SELECT type, outcome, key, fact_id AS fact, label, message FROM desk.import_row WHERE import_id = $1 ORDER BY ordinal',
      [imported.id],
    );
    const { changeset } = imported;
    const countQuery = await desk.owner.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM desk.operation WHERE changeset_id = $1',
      [changeset?.id ?? ''],
    );
    const operations = countQuery.rows[0]?.count ?? 0;
    if (changeset && operations > 0) await merge(desk, changeset, [author, reviewer]);
    return { imported, rows, operations };
  } finally {
    await client.$disconnect();
  }
}

async function merge(
  { writer }: Desk,
  changeset: ledger.Changeset,
  [author, reviewer]: readonly [Editor, Editor],
): Promise<void> {
  const submitted = await ledger.submit(writer, changeset.id, { by: author.id });
  if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted).slice(0, 2_000)}`);
  const version = submitted.changeset.sealedVersion ?? submitted.changeset.version;
  const verdict = { id: newDeskId('review'), by: reviewer.id, version, verdict: 'APPROVE', body: '' } as const;
  const reviewed = await ledger.review(writer, changeset.id, verdict);
  if (reviewed.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(reviewed)}`);
  const merged = await ledger.merge(writer, changeset.id, { by: reviewer.id });
  if (merged.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(merged).slice(0, 2_000)}`);
}
