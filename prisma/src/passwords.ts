import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './connect.ts';

/** The logins beside the owner, in the order reader, desk, writer. */
export const loginNames = ['chancery_reader', 'chancery_desk', 'chancery_writer'] as const;

export type LoginName = (typeof loginNames)[number];
export type Passwords = Record<LoginName, string>;

/** The passwords kept in the data folder, with new ones for those that are not there. */
export function readPasswords(home: string): Passwords {
  const kept = readKept(home);
  const password = (name: LoginName) => kept[name] ?? randomBytes(24).toString('base64url');
  return {
    chancery_reader: password('chancery_reader'),
    chancery_desk: password('chancery_desk'),
    chancery_writer: password('chancery_writer'),
  };
}

/** Keeps the passwords in the data folder, for its owner's eyes only. */
export function writePasswords(home: string, passwords: Passwords): void {
  const text = `${JSON.stringify(passwords, null, 2)}\n`;
  if (readText(home) === text) return;
  mkdirSync(home, { recursive: true });
  const draft = `${fileIn(home)}.new-${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, fileIn(home));
}

function readKept(home: string): Partial<Passwords> {
  const text = readText(home);
  if (text === undefined) return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    // A file that cannot be read is as good as lost: the passwords are then set anew.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function readText(home: string): string | undefined {
  try {
    return readFileSync(fileIn(home), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function fileIn(home: string): string {
  return join(home, 'logins.json');
}
