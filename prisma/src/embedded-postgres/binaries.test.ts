import { mkdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type TestHome, testHome } from '../testing/test-home.ts';
import { completeBinaries } from './complete-binaries.ts';
import { copyReadable } from './copy-readable.ts';

let place: TestHome;
beforeEach(() => {
  place = testHome();
  mkdirSync(join(place.home, 'native', 'bin'), { recursive: true });
  mkdirSync(join(place.home, 'native', 'lib'));
  write('native/bin/postgres', 'a program', 0o600);
  write('native/lib/libpq.so.5.18', 'a library', 0o600);
  write('native/pg-symlinks.json', '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]', 0o600);
});
afterEach(() => place.remove());

function write(name: string, text: string, mode: number): void {
  writeFileSync(join(place.home, name), text, { mode });
}

test('creates links and makes programs executable, also when run twice', () => {
  const native = join(place.home, 'native');
  expect(completeBinaries(native)).toBe(true);
  expect(completeBinaries(native)).toBe(true);
  expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(statSync(join(native, 'bin/postgres')).mode & 0o555).toBe(0o555);
});

test('a copy is complete and readable by all users', () => {
  const copy = join(place.home, 'copies', 'postgres');
  copyReadable(join(place.home, 'native'), copy, completeBinaries);
  expect(readFileSync(join(copy, 'lib/libpq.so.5'), 'utf8')).toBe('a library');
  expect(statSync(join(copy, 'lib/libpq.so.5.18')).mode & 0o777).toBe(0o644);
  expect(statSync(join(copy, 'bin/postgres')).mode & 0o555).toBe(0o555);
});

test('on a platform without binaries the error says what to do', async () => {
  Object.defineProperty(process, 'arch', { value: 'abacus' });
  const { findBinaries } = await import('./binaries.ts');
  await expect(findBinaries(undefined, place.home, () => undefined)).rejects.toThrow(
    /^The Postgres package for linux-abacus is not installed\. .*set DATABASE_URL/,
  );
});
