import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestHome, testHome } from '@chancery/prisma/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { install } from '../boot/install.mjs';
import { installedPackages } from '../boot/installed.mjs';
import { nodeVersionError } from '../boot/node-version.mjs';
import { acquireLock, isAcquired } from '../boot/process-lock.mjs';
import { startTimeOf } from '../boot/process-start-time.mjs';
import { build } from './build.ts';

let testFolder: TestHome;
beforeEach(() => {
  testFolder = testHome();
  mkdirSync(testFolder.home);
});
afterEach(() => testFolder.remove());

test('reports a Node version that is not supported', () => {
  expect(nodeVersionError('20.18.3')).toMatch(
    /needs Node 20 \(20\.19 or later\), 22 \(22\.12 or later\), or 24 or later\. This is Node 20\.18\.3/,
  );
  for (const version of ['18.20.1', '21.7.0', '22.11.0', '23.11.0']) expect(nodeVersionError(version)).toBeDefined();
  for (const version of ['20.19.0', '20.20.2', '22.12.0', '22.23.5', '24.0.0', '25.1.0', '26.0.0'])
    expect(nodeVersionError(version)).toBeUndefined();
});

test('only one process at a time holds a lock, until it is released', () => {
  const file = join(testFolder.home, 'lock');
  const first = acquireLock(file, 'first');
  const second = acquireLock(file, 'second');
  expect(isAcquired(first)).toBe(true);
  expect(second).toMatchObject({ pid: process.pid, note: 'first' });
  if (isAcquired(first)) first.release();
  expect(isAcquired(acquireLock(file, 'third'))).toBe(true);
  expect(readdirSync(testFolder.home)).toEqual(['lock']);
});

test.each([
  ['a process that has ended', { pid: 2 ** 30, born: 'long ago', note: '' }],
  ['a process whose pid was reused', { pid: process.pid, born: 'long ago', note: '' }],
  ['no process, because the file is truncated', undefined],
])('a lock held by %s can be acquired', (_description, holder) => {
  const file = join(testFolder.home, 'lock');
  writeFileSync(file, holder ? JSON.stringify(holder) : '{"pid"');
  expect(isAcquired(acquireLock(file, 'mine'))).toBe(true);
  expect(readdirSync(testFolder.home)).toEqual(['lock']);
});

test('returns the start time of a running process only', () => {
  expect(startTimeOf(process.pid)).toBe(startTimeOf(process.pid));
  expect(startTimeOf(process.pid)).toEqual(expect.any(String));
  expect(startTimeOf(2 ** 30)).toBeUndefined();
});

const lock = (version: string) => ({
  packages: {
    '': { name: 'root' },
    'packages/one': { version: '1.0.0' },
    'node_modules/one': { resolved: 'packages/one', link: true },
    'node_modules/two': { version, integrity: `sum of ${version}` },
    'node_modules/two-for-a-mac': { version: '1.0.0', optional: true },
    'node_modules/build-tool': { version, integrity: `sum of ${version}`, dev: true },
  },
});
function write(name: string, content: object): void {
  const file = join(testFolder.home, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}

function installedAs({ without = [] }: { without?: string[] }): void {
  const packages = Object.entries(lock('2.0.0').packages).filter(([path]) => path !== '' && !without.includes(path));
  write('node_modules/.package-lock.json', { packages: Object.fromEntries(packages) });
}

test('packages count as installed if npm has installed the versions in package-lock.json', () => {
  write('package-lock.json', lock('2.0.0'));
  expect(installedPackages(testFolder.home)).toBe('stale');
  installedAs({ without: ['node_modules/two-for-a-mac'] });
  expect(installedPackages(testFolder.home)).toBe('all');
  write('package-lock.json', lock('2.0.1'));
  expect(installedPackages(testFolder.home)).toBe('stale');
});

test('a new workspace needs an install', () => {
  write('package-lock.json', lock('2.0.0'));
  installedAs({ without: ['node_modules/one'] });
  expect(installedPackages(testFolder.home)).toBe('stale');
});

test('an install without development packages counts as production', () => {
  write('package-lock.json', lock('2.0.0'));
  installedAs({ without: ['node_modules/build-tool'] });
  expect(installedPackages(testFolder.home)).toBe('production');
  installedAs({ without: ['node_modules/build-tool', 'node_modules/two'] });
  expect(installedPackages(testFolder.home)).toBe('stale');
});

test('a production install is complete for a program that builds nothing', async () => {
  write('package-lock.json', lock('2.0.0'));
  installedAs({ without: ['node_modules/build-tool'] });
  expect(await install(testFolder.home, { isBuilt: true })).toBeUndefined();
});

test('a production install without a build is reported with what to do', async () => {
  write('package-lock.json', lock('2.0.0'));
  installedAs({ without: ['node_modules/build-tool'] });
  await expect(build(testFolder.home, false)).rejects.toThrow(
    'The build is missing or incomplete, and the build tools are not installed. Missing files: apps/api/dist/main.js, apps/admin/.next/BUILD_ID.',
  );
  for (const file of ['apps/api/dist/main.js', 'apps/admin/.next/BUILD_ID']) write(file, {});
  await build(testFolder.home, false);
});
