import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a data folder for tests, and a function that removes its parent folder with everything in it. */
export type TestHome = { home: string; remove: () => void };

/** Creates a folder for one test in the system's temporary folder. Its subfolder `home` does not exist yet. */
export function testHome(): TestHome {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
  // If root runs the tests, Postgres runs as another user, who must be able to enter.
  chmodSync(folder, 0o711);
  return { home: join(folder, 'home'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
