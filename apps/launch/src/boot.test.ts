import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestHome, testHome } from '@chancery/prisma/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { hold, isHeld } from '../boot/hold.mjs';
import { isInstalled } from '../boot/installed.mjs';
import { bornAt } from '../boot/living-process.mjs';
import { nodeVersionError } from '../boot/node-version.mjs';

let place: TestHome;
beforeEach(() => {
  place = testHome();
  mkdirSync(place.home);
});
afterEach(() => place.remove());

test('a Node that is too old is named', () => {
  expect(nodeVersionError('20.18.3')).toMatch(/needs Node 20\.19 or later, and this is Node 20\.18\.3/);
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0']) expect(nodeVersionError(version)).toBeUndefined();
});

test('one process holds at a time, and lets go', () => {
  const file = join(place.home, 'held');
  const first = hold(file, 'first');
  const second = hold(file, 'second');
  expect(isHeld(first)).toBe(true);
  expect(second).toMatchObject({ pid: process.pid, note: 'first' });
  if (isHeld(first)) first.release();
  expect(isHeld(hold(file, 'third'))).toBe(true);
  expect(readdirSync(place.home)).toEqual(['held']);
});

test.each([
  ['a process that is gone', { pid: 2 ** 30, born: 'long ago', note: '' }],
  ['a process whose number another one has now', { pid: process.pid, born: 'long ago', note: '' }],
  ['nobody, for the file is cut short', undefined],
])('what is held by %s is free', (_who, holder) => {
  const file = join(place.home, 'held');
  writeFileSync(file, holder ? JSON.stringify(holder) : '{"pid"');
  expect(isHeld(hold(file, 'mine'))).toBe(true);
  expect(readdirSync(place.home)).toEqual(['held']);
});

test('a process is known by its birth', () => {
  expect(bornAt(process.pid)).toBe(bornAt(process.pid));
  expect(bornAt(process.pid)).toEqual(expect.any(String));
  expect(bornAt(2 ** 30)).toBeUndefined();
});

const lock = (version: string) => ({
  packages: {
    '': { name: 'root' },
    'packages/one': { version: '1.0.0' },
    'node_modules/one': { resolved: 'packages/one', link: true },
    'node_modules/two': { version, integrity: `sum of ${version}` },
    'node_modules/two-for-a-mac': { version: '1.0.0', optional: true },
  },
});
function write(name: string, content: object): void {
  mkdirSync(join(place.home, 'node_modules'), { recursive: true });
  writeFileSync(join(place.home, name), JSON.stringify(content));
}

test('packages count as installed only when npm says so of the versions in the lock', () => {
  write('package-lock.json', lock('2.0.0'));
  expect(isInstalled(place.home)).toBe(false);
  const { '': _root, 'node_modules/two-for-a-mac': _mac, ...installed } = lock('2.0.0').packages;
  write('node_modules/.package-lock.json', { packages: installed });
  expect(isInstalled(place.home)).toBe(true);
  write('package-lock.json', lock('2.0.1'));
  expect(isInstalled(place.home)).toBe(false);
});

test('a workspace that is new needs an install', () => {
  const { 'node_modules/one': _one, ...installed } = lock('2.0.0').packages;
  write('package-lock.json', lock('2.0.0'));
  write('node_modules/.package-lock.json', { packages: installed });
  expect(isInstalled(place.home)).toBe(false);
});
