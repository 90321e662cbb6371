import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { makeHome, openStorage, StorageError, type Urls } from '@chancery/prisma';
import { hold, isHeld } from '../boot/hold.mjs';
import { importerOf } from './apps.ts';
import { build } from './build.ts';
import type { Program } from './child.ts';
import { readSettings, type Settings } from './env.ts';
import { LaunchError } from './launch-error.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Runs an import on the database that `npm start` uses, whether that runs or not; the process then ends with its code. */
export async function importFiles(args: readonly string[]): Promise<void> {
  const read = readSettings(process.env, root);
  if ('faults' in read) {
    for (const fault of read.faults) console.error(fault);
    process.exit(1);
  }
  try {
    await build(root, true);
    process.exitCode = await withStorage(read.settings, (urls) =>
      ended(importerOf({ root, settings: read.settings, urls, args })),
    );
  } catch (error) {
    console.error(error instanceof LaunchError || error instanceof StorageError ? error.message : error);
    process.exitCode = 1;
  }
}

/** Opens the database for some work. Where Chancery runs already it is left running, and else stopped again. */
async function withStorage(settings: Settings, work: (urls: Urls) => Promise<number>): Promise<number> {
  const { home, databaseUrl, logins, origin } = settings;
  makeHome(home);
  const held = hold(join(home, 'running'), origin);
  try {
    const storage = await openStorage({ home, databaseUrl, logins, log: (line) => console.error(line) });
    try {
      return await work(storage.urls);
    } finally {
      if (isHeld(held)) await storage.stop();
    }
  } finally {
    if (isHeld(held)) held.release();
  }
}

/** Runs a program to its end with our own input and output; returns its exit code. Ctrl-C reaches it as it reaches us. */
function ended({ cwd, args, env }: Program): Promise<number> {
  const wait = () => undefined;
  process.on('SIGINT', wait);
  return new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => process.off('SIGINT', wait));
}
