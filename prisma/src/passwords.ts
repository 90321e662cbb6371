import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './connect.ts';

/** The names of the logins other than the owner. */
export const loginNames = ['chancery_reader', 'chancery_desk', 'chancery_writer'] as const;

/** The name of a login other than the owner. */
export type LoginName = (typeof loginNames)[number];
/** The passwords of the logins other than the owner, as stored in logins.json. */
export type Passwords = Record<LoginName, string>;

/**
 * Reads the passwords from logins.json in the data folder. If the file is missing or damaged, writes one with new
 * passwords, readable by its owner alone. New passwords are written before they are used, so that processes that start
 * at the same time use the same ones.
 */
export function passwordsOf(home: string): Passwords {
  const file = join(home, 'logins.json');
  const stored = read(file);
  if (isComplete(stored)) return stored;
  mkdirSync(home, { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(newPasswords(), null, 2)}\n`, { mode: 0o600 });
  try {
    // A damaged file is replaced. A missing one is created by a link, which fails if another process was faster.
    if (stored) renameSync(draft, file);
    else linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return passwordsOf(home);
}

function newPasswords(): Passwords {
  const password = () => randomBytes(24).toString('base64url');
  return { chancery_reader: password(), chancery_desk: password(), chancery_writer: password() };
}

function isComplete(passwords: Partial<Passwords> | undefined): passwords is Passwords {
  return loginNames.every((name) => typeof passwords?.[name] === 'string');
}

/** Parses the file. Returns an empty object if the file is damaged, and `undefined` if it is missing. */
function read(file: string): Partial<Passwords> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
