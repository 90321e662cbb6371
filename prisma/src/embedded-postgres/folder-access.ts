import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

/** The folder for what the server's user cannot read elsewhere when root runs Chancery: the cluster, the binaries. */
export const sharedFolder = '/var/lib/chancery';

/** Returns true when the server's user may enter the folder. Always true if the server runs as the current user. */
export async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  return (await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user)).code === 0;
}

/**
 * Creates a folder and its missing parents with mode 711, whatever the umask is, so that other users may pass through.
 * Leaves existing folders as they are.
 */
export function makePassable(folder: string): void {
  if (existsSync(folder)) return;
  makePassable(dirname(folder));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}
