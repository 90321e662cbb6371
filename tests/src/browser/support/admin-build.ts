import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The root of the repository. */
export const repositoryRoot = join(import.meta.dirname, '..', '..', '..', '..');
const admin = join(repositoryRoot, 'apps', 'admin');
const stamp = join(admin, '.next', 'BUILD_ID');
const lock = join(admin, '.turbo', 'build-for-tests');
const sources = [
  ...['apps/admin/src', 'apps/admin/codegen'],
  ...['codebook', 'changesets', 'edge', 'settings'].map((name) => `packages/${name}/src`),
];
const files = ['apps/admin/next.config.ts', 'apps/api/schema.graphql', 'apps/api/desk.graphql'];
const staleLockAge = 5 * 60_000;

/**
 * Builds the admin unless the existing build is newer than its sources. Concurrent test processes share one build.
 * If CHANCERY_ADMIN_AS_BUILT is set, uses any existing build, so that tests can be written while others edit the pages.
 * @throws Error with the end of the output if the build fails
 */
export async function buildAdmin(): Promise<void> {
  const { CHANCERY_ADMIN_AS_BUILT } = process.env;
  if (CHANCERY_ADMIN_AS_BUILT && existsSync(stamp)) return;
  while (!isFresh()) {
    if (!takeLock()) {
      await wait(500);
      continue;
    }
    try {
      if (!isFresh()) await build();
      return;
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function isFresh(): boolean {
  if (!existsSync(stamp) || existsSync(lock)) return false;
  const built = statSync(stamp).mtimeMs;
  const isOlder = (path: string) => statSync(path).mtimeMs <= built;
  return (
    files.every((file) => isOlder(join(repositoryRoot, file))) &&
    sources.every((folder) => filesOf(folder).every(isOlder))
  );
}

function filesOf(folder: string): string[] {
  return readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated') && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Tries to acquire the lock of the build, and returns whether it succeeded. Removes a lock that is older than five
 * minutes, because its process was probably killed; the next attempt can then succeed.
 */
function takeLock(): boolean {
  try {
    mkdirSync(join(lock, '..'), { recursive: true });
    mkdirSync(lock);
    return true;
  } catch (error) {
    // Node's errors come from another realm than Jest's, so instanceof does not work.
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) throw error;
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > staleLockAge) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

async function build(): Promise<void> {
  await run(['--conditions=source', '--import', 'tsx', 'codegen/main.ts']);
  const next = createRequire(join(admin, 'package.json')).resolve('next/dist/bin/next');
  await run([next, 'build']);
}

function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: admin,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk) => output.push(String(chunk)));
  child.stderr.on('data', (chunk) => output.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build of the admin failed:\n${output.join('').slice(-4000)}`)),
    );
  });
}
