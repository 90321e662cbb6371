import { newDeskId } from '@chancery/codebook';
import type { GivenFile } from '@chancery/importers';
import * as ledger from '@chancery/ledger';
import type { DeskClient } from '@chancery/prisma/desk';
import type { Pool } from 'pg';
import { importJobHandler } from './import-job.ts';
import type { RowCount } from './import-rows.ts';
import { storeBytes } from './stored-file.ts';

/** An import that is run by whoever asks for it, and not on the queue of a server. */
export interface ForegroundImport {
  readonly desk: Pool;
  readonly client: DeskClient;
  /** The id of the person in whose name it is. */
  readonly by: string;
  readonly source: string;
  /** What the columns mean, where the source is a table of one's own. */
  readonly mapping?: object;
  readonly files: readonly GivenFile[];
  /** Whether it is only checked. */
  readonly checkOnly?: boolean;
  readonly progress?: (phase: string, done: number, total: number) => void;
}

/** What came of it. */
export interface ForegroundImportResult {
  readonly id: string;
  readonly number: number;
  readonly rowsRead: number;
  /** By outcome and type, as the check found them. */
  readonly checked: readonly RowCount[];
  /** The same as it was written; none where it was only checked. */
  readonly written: readonly RowCount[] | undefined;
  readonly changeset: ledger.Changeset | undefined;
}

/** Keeps files, checks them and writes what comes of them into a changeset, as the desk does on its queue. */
export async function importInForeground({
  desk,
  client,
  by,
  source,
  mapping,
  files,
  checkOnly = false,
  progress = () => undefined,
}: ForegroundImport): Promise<ForegroundImportResult> {
  const id = newDeskId('import');
  const { number } = await client.import.create({
    data: { id, source, ...(mapping ? { mapping } : {}), startedBy: by },
  });
  for (const file of files) {
    const fileId = newDeskId('importFile');
    await client.importFile.create({ data: { id: fileId, importId: id, name: file.name } });
    const kept = await storeBytes(desk, fileId, file.open());
    await client.importFile.update({ where: { id: fileId }, data: kept });
  }
  const run = async (status: 'CHECKING' | 'WRITING') => {
    await client.import.update({ where: { id }, data: { status } });
    const { signal } = new AbortController();
    await importJobHandler({ desk, client }).run({ subject: id, by, isLast: true, note: progress, signal });
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
    changeset: written?.changesetId ? await ledger.find(desk, written.changesetId) : undefined,
  };
}
