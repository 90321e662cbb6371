// The program that writes one scheduled backup, in a process of its own so that nothing else waits for it.
import { setPriority } from 'node:os';
import { StorageError } from '@chancery/prisma';
import { describeBackup } from './describe-backup.ts';
import { backUpIntoFolder } from './folder-backup.ts';

const { CHANCERY_URL_OWNER: url, CHANCERY_BACKUP_DIR: folder, CHANCERY_BACKUP_KEEP: keep } = process.env;
if (!url || !folder || !keep) throw new Error('The launcher sets CHANCERY_URL_OWNER, CHANCERY_BACKUP_DIR and _KEEP');
setPriority(10);
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
try {
  const passphrase = process.env.CHANCERY_BACKUP_PASSPHRASE || undefined;
  console.log(
    describeBackup(await backUpIntoFolder({ url, folder, keep: Number(keep), passphrase, signal: stop.signal })),
  );
} catch (error) {
  console.error(error instanceof StorageError ? error.message : error);
  process.exitCode = 1;
}
