import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePassable } from './folder-access.ts';

/**
 * Copies the files and subfolders of a folder, but not its symbolic links, so that all users may read them, whatever
 * the umask is. `finish` is called with a temporary copy, which is then renamed to `to`. If another process has made
 * the same copy meanwhile, keeps that one.
 */
export function copyForAllUsers(from: string, to: string, finish: (folder: string) => void): void {
  makePassable(dirname(to));
  const draft = `${to}.new-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  copyInto(from, draft);
  finish(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was faster, and made the same copy.
    if (!existsSync(to)) throw error;
  }
}

function copyInto(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyInto(source, target);
    if (entry.isFile()) {
      copyFileSync(source, target);
      chmodSync(target, (statSync(source).mode & 0o111) === 0 ? 0o644 : 0o755);
    }
  }
}
