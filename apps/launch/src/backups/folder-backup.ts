import { join } from 'node:path';
import { type BackupSummary, backupName, deleteOldest, prepareFolder, writeBackup } from '@chancery/prisma/backup';

/** What a backup in the folder of scheduled backups needs. `keep`: the number of backups to keep in the folder. */
export type FolderBackup = {
  url: string;
  folder: string;
  keep: number;
  passphrase: string | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * Writes a backup into the folder of scheduled backups under the name of its time, and then deletes the oldest backups.
 * @throws StorageError if the backup cannot be written; no backup is deleted then
 */
export async function backUpIntoFolder({
  url,
  folder,
  keep,
  passphrase,
  signal,
}: FolderBackup): Promise<BackupSummary> {
  await prepareFolder(folder);
  const file = join(folder, backupName(new Date(), passphrase !== undefined));
  const summary = await writeBackup({ url, file, passphrase, signal });
  await deleteOldest(folder, keep);
  return summary;
}
