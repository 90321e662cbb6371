import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './connect.ts';

/** The logins beside the owner. */
export const loginNames = ['chancery_reader', 'chancery_desk', 'chancery_writer'] as const;

export type LoginName = (typeof loginNames)[number];
export type Passwords = Record<LoginName, string>;

/**
 * The passwords that the data folder keeps, for its owner's eyes only; new ones where there are none. They are kept
 * before they are used, so that of several processes that start at once all use the same.
 */
export function passwordsOf(home: string): Passwords {
  const file = join(home, 'logins.json');
  const kept = read(file);
  if (isComplete(kept)) return kept;
  mkdirSync(home, { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(newPasswords(), null, 2)}\n`, { mode: 0o600 });
  try {
    // Found but not complete: damaged, and as good as lost.
    if (kept) renameSync(draft, file);
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

function isComplete(kept: Partial<Passwords> | undefined): kept is Passwords {
  return loginNames.every((name) => typeof kept?.[name] === 'string');
}

function read(file: string): Partial<Passwords> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
