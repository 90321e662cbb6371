import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type TestHome, testHome } from '../testing/test-home.ts';
import { startEmbeddedPostgres } from './index.ts';

let place: TestHome;
beforeEach(() => {
  place = testHome();
});
afterEach(() => place.remove());

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('a data folder closed to the server user gets its cluster elsewhere, and a link to it', async () => {
  mkdirSync(place.home);
  chmodSync(place.home, 0o700);
  const said: string[] = [];
  const server = await startEmbeddedPostgres({ home: place.home, durable: false, log: (line) => said.push(line) });
  const entry = join(place.home, 'postgres');
  const folder = realpathSync(entry);
  try {
    expect(lstatSync(entry).isSymbolicLink()).toBe(true);
    expect(said.join()).toContain(folder);
    const again = await startEmbeddedPostgres({ home: place.home, durable: false });
    expect(again.pid).toBe(server.pid);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('a link to a database that is gone stops the start with one line', async () => {
  mkdirSync(place.home);
  symlinkSync('/nowhere/at/all', join(place.home, 'postgres'));
  await expect(startEmbeddedPostgres({ home: place.home })).rejects.toThrow(/leads to a folder that is gone/);
});

test('a data folder that cannot be made stops the start with one line', async () => {
  const file = join(place.home, '..', 'file');
  writeFileSync(file, '');
  await expect(startEmbeddedPostgres({ home: join(file, 'home') })).rejects.toThrow(
    /cannot be written to: set CHANCERY_HOME/,
  );
});
