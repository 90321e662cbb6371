import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }}
 * Package
 */

/**
 * Whether node_modules matches package-lock.json. As the last step of an install, npm writes the installed packages to
 * node_modules/.package-lock.json.
 * @param {string} root
 */
export function isInstalled(root) {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = packagesOf(installedLock);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    // Skips the root and the workspaces, which npm does not install.
    if (!path.includes('node_modules/')) return true;
    const actual = installed[path];
    // Optional binaries for other platforms are in the lock file but not installed.
    if (!actual) return Boolean(wanted.optional || wanted.devOptional);
    return actual.version === wanted.version && actual.integrity === wanted.integrity;
  });
}

/** @param {string} file @returns {Record<string, Package>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
