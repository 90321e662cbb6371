import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

/** The folder for binaries and clusters when root runs Chancery and the server's user cannot enter the data folder. */
export const sharedFolder = '/var/lib/chancery';

/** Whether the server's user may enter the folder. Always true without a separate user, which only root needs. */
export async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  return (await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user)).code === 0;
}

/**
 * Creates a folder and its missing parents with mode 711, regardless of the umask, so that other users may pass
 * through.
 */
export function makePassable(folder: string): void {
  if (existsSync(folder)) return;
  makePassable(dirname(folder));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}
