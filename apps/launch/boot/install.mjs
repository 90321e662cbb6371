import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installedPackages } from './installed.mjs';
import { acquireLock, isAcquired } from './process-lock.mjs';

/**
 * Installs packages from package-lock.json if node_modules is missing or stale. Returns an error message if `npm ci`
 * fails, otherwise undefined. Waits while another process installs. With `isBuilt` the caller needs no packages for
 * builds and tests, so a production install suffices.
 * @param {string} root
 * @param {{ isBuilt?: boolean }} options
 * @returns {Promise<string | undefined>}
 */
export async function install(root, { isBuilt = false } = {}) {
  const isComplete = () => {
    const installed = installedPackages(root);
    return installed === 'all' || (isBuilt && installed === 'production');
  };
  if (isComplete()) return undefined;
  const file = join(root, '.turbo', 'install.lock');
  let lock = acquireLock(file, 'installs packages');
  for (; !isAcquired(lock); lock = acquireLock(file, 'installs packages')) await sleep(500);
  try {
    // Another process may have installed them while this one waited.
    if (isComplete()) return undefined;
    console.log('Installing packages. This takes about a minute.');
    const code = await npmCi(root);
    return code === 0 ? undefined : 'Could not install the packages. See the output of npm above.';
  } finally {
    lock.release();
  }
}

/** @param {string} root @returns {Promise<number | null>} */
function npmCi(root) {
  // With NODE_ENV=production, npm would leave out the build tools.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
