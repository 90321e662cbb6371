import { mkdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type TestHome, testHome } from '../testing/test-home.ts';
import { completeBinaries } from './complete-binaries.ts';
import { copyForAllUsers } from './copy-for-all-users.ts';

let testFolder: TestHome;
beforeEach(() => {
  testFolder = testHome();
  mkdirSync(join(testFolder.home, 'native', 'bin'), { recursive: true });
  mkdirSync(join(testFolder.home, 'native', 'lib'));
  write('native/bin/postgres', 'a program', 0o600);
  write('native/lib/libpq.so.5.18', 'a library', 0o600);
  write('native/pg-symlinks.json', '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]', 0o600);
});
afterEach(() => testFolder.remove());

function write(name: string, text: string, mode: number): void {
  writeFileSync(join(testFolder.home, name), text, { mode });
}

test('creates links and makes programs executable, also when run twice', () => {
  const native = join(testFolder.home, 'native');
  expect(completeBinaries(native)).toBe(true);
  expect(completeBinaries(native)).toBe(true);
  expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(statSync(join(native, 'bin/postgres')).mode & 0o555).toBe(0o555);
});

test('a copy is complete and readable by all users', () => {
  const copy = join(testFolder.home, 'copies', 'postgres');
  copyForAllUsers(join(testFolder.home, 'native'), copy, completeBinaries);
  expect(readFileSync(join(copy, 'lib/libpq.so.5'), 'utf8')).toBe('a library');
  expect(statSync(join(copy, 'lib/libpq.so.5.18')).mode & 0o777).toBe(0o644);
  expect(statSync(join(copy, 'bin/postgres')).mode & 0o555).toBe(0o555);
});

test('on a platform without binaries the error says what to do', async () => {
  Object.defineProperty(process, 'arch', { value: 'abacus' });
  const { findBinaries } = await import('./binaries.ts');
  await expect(findBinaries(undefined, testFolder.home, () => undefined)).rejects.toThrow(
    /^The Postgres package for linux-abacus is not installed\. .*set DATABASE_URL/,
  );
});
