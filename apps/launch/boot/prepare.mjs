// What each command does first. Until the packages are installed, only Node's own modules can be imported; the rest is
// TypeScript, which can be imported afterwards.
import { fileURLToPath } from 'node:url';
import { nodeVersionError } from './node-version.mjs';

/**
 * Checks the version of Node, installs packages if needed, and makes TypeScript importable. With `isBuilt`, packages that
 * are only needed to build may be missing beside a finished build. Prints an error and exits if that fails.
 *
 * @param {{ isBuilt: boolean }} options
 * @returns {Promise<void>}
 */
export async function prepare({ isBuilt }) {
  const error = nodeVersionError() ?? (await installPackages(isBuilt));
  if (error) {
    console.error(error);
    process.exit(1);
  }
  const { register } = await import('tsx/esm/api');
  register();
}

/** @param {boolean} isBuilt */
async function installPackages(isBuilt) {
  const { install } = await import('./install.mjs');
  return install(fileURLToPath(new URL('../../..', import.meta.url)), { isBuilt });
}
