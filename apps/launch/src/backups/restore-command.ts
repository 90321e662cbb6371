import { join } from 'node:path';
import { makeHome } from '@chancery/prisma';
import { restoreBackup } from '@chancery/prisma/backup';
import { acquireLock, isAcquired } from '../../boot/process-lock.mjs';
import type { Settings } from '../env.ts';
import { LaunchError } from '../launch-error.ts';
import { runCommand } from './run-command.ts';

/** Restores a backup into the empty place that the settings name. Sets the exit code of this process. */
export async function restore(args: readonly string[]): Promise<void> {
  await runCommand('restore', args, async ({ settings, file, signal }) => {
    const { home, databaseUrl, logins, backups } = settings;
    await withLockedHome(settings, async () => {
      const log = (line: string) => console.log(line);
      const { passphrase } = backups;
      await restoreBackup({ home, databaseUrl, logins, file, passphrase, signal, log });
    });
    console.log('The register is restored. Start it with npm start; users must sign in again.');
  });
}

/** Locks the data folder while `work` fills it. An own Postgres needs no lock: the restore itself has one. */
async function withLockedHome({ home, databaseUrl, origin }: Settings, work: () => Promise<void>): Promise<void> {
  if (databaseUrl !== undefined) return work();
  makeHome(home);
  const lock = acquireLock(join(home, 'running'), origin);
  if (!isAcquired(lock))
    throw new LaunchError(
      `The data folder ${home} is in use by process ${lock.pid}. A restore needs an empty place: set CHANCERY_HOME to another folder.`,
    );
  try {
    await work();
  } finally {
    lock.release();
  }
}
