import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{
 *   version?: string, integrity?: string, link?: boolean, dev?: boolean, optional?: boolean, devOptional?: boolean
 * }} Package
 */

/**
 * Compares package-lock.json with node_modules/.package-lock.json, which npm writes as the last step of an install.
 * Returns `all` if every package that this platform needs is installed, `production` if only the packages for builds
 * and tests are missing, and otherwise `stale`.
 * @param {string} root
 * @returns {'all' | 'production' | 'stale'}
 */
export function installedPackages(root) {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return 'stale';
  const installed = packagesOf(installedLock);
  // The root and the workspaces have no node_modules/ in their path: npm does not install them.
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json'))).filter(([path]) =>
    path.includes('node_modules/'),
  );
  /** @param {[string, Package]} entry */
  const isCurrent = ([path, { version, integrity, optional, devOptional }]) => {
    const actual = installed[path];
    // Optional binaries for other platforms are in the lock file but not installed.
    if (!actual) return Boolean(optional || devOptional);
    return actual.version === version && actual.integrity === integrity;
  };
  if (wanted.every(isCurrent)) return 'all';
  const [forBuilds, forProduction] = [wanted.filter(([, { dev }]) => dev), wanted.filter(([, { dev }]) => !dev)];
  const areOmitted = forBuilds.every(([path]) => installed[path] === undefined);
  return areOmitted && forProduction.every(isCurrent) ? 'production' : 'stale';
}

/** @param {string} file @returns {Record<string, Package>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
