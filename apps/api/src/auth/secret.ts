import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What cookies are signed with: the one given, else one kept in the data folder (0600), made at the first start. */
export function cookieSecret(home: string, given: string | undefined): string {
  if (given !== undefined) return given;
  const file = join(home, 'cookie-secret');
  mkdirSync(home, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // It is there already: sessions outlive a restart.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
