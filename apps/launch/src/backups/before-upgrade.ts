import { StorageError } from '@chancery/prisma';
import type { Settings } from '../env.ts';
import { LaunchError } from '../launch-error.ts';
import { describeBackup } from './describe-backup.ts';
import { backUpIntoFolder } from './folder-backup.ts';

/**
 * Returns the function that backs up a database of an earlier release before it is migrated; undefined without a folder
 * of backups. The function throws a LaunchError if the backup fails.
 */
export function upgradeBackup(
  { backups: { folder, keep, passphrase } }: Settings,
  log: (line: string) => void,
): ((url: string) => Promise<void>) | undefined {
  if (folder === undefined) return undefined;
  return async (url) => {
    log('Backing up the database before its upgrade');
    try {
      log(describeBackup(await backUpIntoFolder({ url, folder, keep, passphrase })));
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      throw new LaunchError(
        `The database was not upgraded, because the backup before it failed. ${cause.message} Fix the cause, or unset CHANCERY_BACKUP_DIR to upgrade without a backup.`,
        { cause },
      );
    }
  };
}
