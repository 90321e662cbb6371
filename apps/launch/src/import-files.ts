import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { makeHome, openStorage, StorageError, type Urls } from '@chancery/prisma';
import { acquireLock, isAcquired } from '../boot/process-lock.mjs';
import { importProgram } from './apps.ts';
import { build } from './build.ts';
import type { Program } from './child.ts';
import { readSettings, type Settings } from './env.ts';
import { LaunchError } from './launch-error.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Runs an import on the database that `npm start` uses, whether or not Chancery is running. Sets the exit code of the
 * process; if a setting is invalid, exits at once.
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

/** Opens the database for `work`. Stops it afterwards, unless Chancery is running on the data folder. */
async function withStorage(settings: Settings, work: (urls: Urls) => Promise<number>): Promise<number> {
  const { home, databaseUrl, logins, origin } = settings;
  makeHome(home);
  const lock = acquireLock(join(home, 'running'), origin);
  try {
    const storage = await openStorage({ home, databaseUrl, logins, log: (line) => console.error(line) });
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
 * Runs a program on the terminal of this process and returns its exit code. Ctrl-C reaches both; this process waits.
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
