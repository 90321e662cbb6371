import { newDeskId } from '@chancery/codebook';
import type { GivenFile } from '@chancery/importers';
import * as ledger from '@chancery/ledger';
import type { DeskClient } from '@chancery/prisma/desk';
import type { Pool } from 'pg';
import { storeChanges } from '../audit/audit-trail.ts';
import { importObject } from './audit-object.ts';
import { importJobHandler } from './import-job.ts';
import type { RowCount } from './import-rows.ts';
import { storeBytes } from './stored-file.ts';

/** What `importInForeground` imports, on whose behalf, and whether it only checks. */
export interface ForegroundImportOptions {
  readonly desk: Pool;
  readonly client: DeskClient;
  /** The id of the user on whose behalf it runs. */
  readonly by: string;
  /** The key of a published source, or `csv` for a user's own table. */
  readonly source: string;
  /** The mapping of the columns, if the source is a user's own table. */
  readonly mapping?: object;
  readonly files: readonly GivenFile[];
  /** True to check the files without writing a changeset. */
  readonly checkOnly?: boolean;
  readonly progress?: (phase: string, done: number, total: number) => void;
}

/** The import that `importInForeground` stored, its row counts, and its changeset if one was written. */
export interface ForegroundImportResult {
  readonly id: string;
  readonly number: number;
  readonly rowsRead: number;
  /** Row counts by outcome and type, from the check. */
  readonly checked: readonly RowCount[];
  /** Row counts by outcome and type, from writing; `undefined` if the import was only checked. */
  readonly written: readonly RowCount[] | undefined;
  readonly changeset: ledger.Changeset | undefined;
}

/**
 * Imports files in this process, with the same steps as an import on the server's queue: stores them, checks them and,
 * unless `checkOnly` is set, writes them into a changeset.
 */
export async function importInForeground({
  desk,
  client,
  by,
  source,
  mapping,
  files,
  checkOnly = false,
  progress = () => undefined,
}: ForegroundImportOptions): Promise<ForegroundImportResult> {
  const id = newDeskId('import');
  const { number } = await client.import.create({
    data: { id, source, ...(mapping ? { mapping } : {}), startedBy: by },
  });
  for (const file of files) {
    const fileId = newDeskId('importFile');
    await client.importFile.create({ data: { id: fileId, importId: id, name: file.name } });
    const stored = await storeBytes(desk, fileId, file.open());
    await client.importFile.update({ where: { id: fileId }, data: stored });
  }
  const object = importObject({ id, number });
  const actor = { person: by, address: undefined };
  await storeChanges(client, actor, [
    { kind: 'IMPORT_STARTED', object, after: { source, file: files.map(({ name }) => name).join(', ') } },
  ]);
  const run = async (status: 'CHECKING' | 'WRITING') => {
    const kind = status === 'CHECKING' ? 'IMPORT_CHECK_STARTED' : 'IMPORT_WRITE_STARTED';
    await storeChanges(client, actor, [{ kind, object, after: { source } }]);
    await client.import.update({ where: { id }, data: { status } });
    const { signal } = new AbortController();
    await importJobHandler({ desk, client }).run({ subject: id, by, isLast: true, reportProgress: progress, signal });
    return client.import.findUniqueOrThrow({ where: { id } });
  };
  const checked = await run('CHECKING');
  const written = checkOnly ? undefined : await run('WRITING');
  const countsOf = ({ counts }: typeof checked) => counts as unknown as RowCount[];
  return {
    id,
    number,
    rowsRead: checked.done,
    checked: countsOf(checked),
    written: written ? countsOf(written) : undefined,
    changeset: written?.changesetId ? await ledger.findChangeset(desk, written.changesetId) : undefined,
  };
}
