import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns the secret that signs cookies: `given` or, without it, the secret in the file `cookie-secret` of the data
 * folder. Creates that file if it is missing.
 */
export function cookieSecret(home: string, given: string | undefined): string {
  if (given !== undefined) return given;
  const file = join(home, 'cookie-secret');
  mkdirSync(home, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Keep an existing secret, so that sessions survive a restart.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
