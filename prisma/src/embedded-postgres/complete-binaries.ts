import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { codeOf } from '../connect.ts';

/**
 * Creates the symbolic links and executable bits that an npm install lacks: npm archives hold no links, and the
 * package's install script, which would create them, does not run here. Returns true when the folder is complete, and
 * false if this process may not change it.
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
  // The list has paths relative to the package's folder ("native/lib/..."); a copy has another folder name.
  const at = (path: string) => resolve(native, relative('native', path));
  const file = at(target);
  if (existsSync(file)) return;
  try {
    symlinkSync(relative(dirname(file), at(source)), file);
  } catch (error) {
    // Another process is completing the same folder.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555);
}
