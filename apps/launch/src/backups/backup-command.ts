import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres, withDatabase } from '@chancery/prisma';
import { writeBackup } from '@chancery/prisma/backup';
import { acquireLock, isAcquired } from '../../boot/process-lock.mjs';
import type { Settings } from '../env.ts';
import { LaunchError } from '../launch-error.ts';
import { describeBackup } from './describe-backup.ts';
import { runCommand } from './run-command.ts';

/**
 * Writes a backup of the database that `npm start` uses, whether or not Chancery is running. Sets the exit code of this
 * process.
 */
export async function backUp(args: readonly string[]): Promise<void> {
  await runCommand('backup', args, async ({ settings, file, signal }) => {
    const { passphrase } = settings.backups;
    const summary = await withOwner(settings, (url) => writeBackup({ url, file, passphrase, signal }));
    console.log(describeBackup(summary));
    if (passphrase === undefined)
      console.log(
        'The backup is not encrypted and has the drafts and password hashes of all users: let nobody else read it.',
      );
  });
}

/**
 * Calls `work` with the owner's URL. Starts the private Postgres if it is not running, and then stops it afterwards. Does
 * not migrate: a backup of an older database has the schema version of that database.
 */
async function withOwner<T>({ home, databaseUrl, origin }: Settings, work: (url: string) => Promise<T>): Promise<T> {
  if (databaseUrl !== undefined) return work(databaseUrl);
  if (!existsSync(join(home, 'postgres')))
    throw new LaunchError(
      `There is no register in ${home}. Set CHANCERY_HOME or DATABASE_URL to that of the register.`,
    );
  const lock = acquireLock(join(home, 'running'), origin);
  try {
    const server = await startEmbeddedPostgres({ home, log: (line) => console.error(line) });
    try {
      return await work(withDatabase(server.url, 'chancery'));
    } finally {
      if (isAcquired(lock)) await server.stop();
    }
  } finally {
    if (isAcquired(lock)) lock.release();
  }
}
