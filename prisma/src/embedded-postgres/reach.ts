import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

/** Where root keeps what the server's user must reach when the data folder is closed to it (a checkout below /root). */
export const sharedPlace = '/var/lib/chancery';

/** Whether the server's user may enter the folder; only root hands over to another user, so only root must ask. */
export async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  return (await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user)).code === 0;
}

/** Makes a folder, and those above it that are missing, which others may pass through whatever the umask says. */
export function makePassable(folder: string): void {
  if (existsSync(folder)) return;
  makePassable(dirname(folder));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}
