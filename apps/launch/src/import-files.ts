import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type DatabaseUrls, makeHome, openStorage, StorageError } from '@chancery/prisma';
import { acquireLock, isAcquired } from '../boot/process-lock.mjs';
import { importProgram } from './apps.ts';
import { upgradeBackup } from './backups/before-upgrade.ts';
import { build } from './build.ts';
import type { Program } from './child.ts';
import { readSettings, type Settings } from './env.ts';
import { LaunchError } from './launch-error.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Runs the import command with the user's arguments on the database that `npm start` uses, whether or not Chancery is
 * running. Sets the exit code of this process. If a setting is invalid, prints the errors and exits at once.
 */
export async function importFiles(args: readonly string[]): Promise<void> {
  const read = readSettings(process.env, root);
  if ('errors' in read) {
    for (const error of read.errors) console.error(error);
    process.exit(1);
  }
  try {
    await build(root, true);
    process.exitCode = await withStorage(read.settings, (urls) =>
      run(importProgram({ root, settings: read.settings, urls, args })),
    );
  } catch (error) {
    console.error(error instanceof LaunchError || error instanceof StorageError ? error.message : error);
    process.exitCode = 1;
  }
}

/** Opens the database for `work`. Stops it afterwards, unless another process of Chancery is using the data folder. */
async function withStorage(settings: Settings, work: (urls: DatabaseUrls) => Promise<number>): Promise<number> {
  const { home, databaseUrl, logins, origin } = settings;
  const log = (line: string) => console.error(line);
  makeHome(home);
  const lock = acquireLock(join(home, 'running'), origin);
  try {
    const storage = await openStorage({
      ...{ home, databaseUrl, logins, log },
      beforeUpgrade: upgradeBackup(settings, log),
    });
    try {
      return await work(storage.urls);
    } finally {
      if (isAcquired(lock)) await storage.stop();
    }
  } finally {
    if (isAcquired(lock)) lock.release();
  }
}

/**
 * Runs a program on the terminal of this process. Resolves with its exit code, or with 1 if a signal ended it. Ctrl-C
 * reaches both processes; this one ignores it and waits for the program.
 */
function run({ cwd, args, env }: Program): Promise<number> {
  const ignoreSignal = () => undefined;
  process.on('SIGINT', ignoreSignal);
  return new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => process.off('SIGINT', ignoreSignal));
}
