import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type TestHome, testHome } from '../testing/test-home.ts';
import { startEmbeddedPostgres } from './index.ts';

let testFolder: TestHome;
beforeEach(() => {
  testFolder = testHome();
});
afterEach(() => testFolder.remove());

// Only root runs Postgres as another user, who may be unable to enter the data folder.
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn('Not run: the test of a server user who cannot enter the data folder. It needs root.');
const asRoot = isRoot ? test : test.skip;

asRoot('if the server user cannot enter the data folder, the cluster is elsewhere and linked from it', async () => {
  mkdirSync(testFolder.home);
  chmodSync(testFolder.home, 0o700);
  const logged: string[] = [];
  const server = await startEmbeddedPostgres({
    home: testFolder.home,
    durable: false,
    log: (line) => logged.push(line),
  });
  const entry = join(testFolder.home, 'postgres');
  const folder = realpathSync(entry);
  try {
    expect(lstatSync(entry).isSymbolicLink()).toBe(true);
    expect(logged.join()).toContain(folder);
    const again = await startEmbeddedPostgres({ home: testFolder.home, durable: false });
    expect(again.pid).toBe(server.pid);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('a link to a missing cluster folder stops the start with a clear error', async () => {
  mkdirSync(testFolder.home);
  symlinkSync('/nowhere/at/all', join(testFolder.home, 'postgres'));
  await expect(startEmbeddedPostgres({ home: testFolder.home })).rejects.toThrow(
    /links to a folder that does not exist/,
  );
});

test('a data folder that cannot be created stops the start with a clear error', async () => {
  const file = join(testFolder.home, '..', 'file');
  writeFileSync(file, '');
  await expect(startEmbeddedPostgres({ home: join(file, 'home') })).rejects.toThrow(
    /cannot be created or cannot be written to\. Set CHANCERY_HOME/,
  );
});
