import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './connect.ts';

/** The passwords of logins by the name of the login, as stored in logins.json. */
export type Passwords = Readonly<Record<string, string>>;

/** Returns the file with the passwords in a data folder. */
export function passwordsFile(home: string): string {
  return join(home, 'logins.json');
}

/**
 * Reads the passwords of logins from logins.json in the data folder. If the file is missing or damaged, or lacks some of
 * the logins, writes it with new passwords for those, readable by its owner alone. New passwords are written before
 * they are used, so that processes that start at the same time use the same ones.
 */
export function passwordsOf(home: string, names: readonly string[]): Passwords {
  const file = passwordsFile(home);
  const stored = read(file);
  if (stored && names.every((name) => typeof stored[name] === 'string')) return stored;
  mkdirSync(home, { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const added = names.filter((name) => typeof stored?.[name] !== 'string').map((name) => [name, newPassword()]);
  writeFileSync(draft, `${JSON.stringify({ ...stored, ...Object.fromEntries(added) }, null, 2)}\n`, { mode: 0o600 });
  try {
    // An incomplete file is replaced. A missing one is created by a link, which fails if another process was faster.
    if (stored) renameSync(draft, file);
    else linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return passwordsOf(home, names);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Parses the file. Returns an empty object if the file is damaged, and `undefined` if it is missing. */
function read(file: string): Passwords | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
