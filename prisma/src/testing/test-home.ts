import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TestHome = { home: string; remove: () => void };

/** A data folder of one's own in the temporary folder. */
export function testHome(): TestHome {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
  // Run by root, the server is another user and must be able to enter.
  chmodSync(folder, 0o711);
  return { home: join(folder, 'home'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
