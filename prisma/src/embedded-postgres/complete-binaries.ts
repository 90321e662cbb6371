import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { codeOf } from '../connect.ts';

/**
 * Finishes what npm leaves undone: its archives hold no symbolic links, and the package's own install script, which
 * would make them, does not run here. Says false where the folder is not ours to change.
 */
export function completeBinaries(native: string): boolean {
  try {
    for (const { source, target } of listedLinks(native)) link(native, source, target);
    const bin = join(native, 'bin');
    for (const name of readdirSync(bin)) makeExecutable(join(bin, name));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

function listedLinks(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function link(native: string, source: string, target: string): void {
  // The list names both ends from the package's folder ("native/lib/..."); a copy has another name for that folder.
  const at = (path: string) => resolve(native, relative('native', path));
  const file = at(target);
  if (existsSync(file)) return;
  try {
    symlinkSync(relative(dirname(file), at(source)), file);
  } catch (error) {
    // Another process completes the same folder.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555);
}
