import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TestHome = { home: string; remove: () => void };

/** Creates a folder for test data in the system's temporary folder; `home` in it does not exist yet. */
export function testHome(): TestHome {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
  // If root runs the tests, Postgres runs as another user, who must be able to enter.
  chmodSync(folder, 0o711);
  return { home: join(folder, 'home'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
