import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} Package */

/**
 * Whether node_modules is what the lock says. npm writes there, last of all, a lock of what it has installed.
 * @param {string} root
 */
export function isInstalled(root) {
  const done = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(done)) return false;
  const installed = packagesOf(done);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    // The workspaces themselves; the rest are packages in some node_modules.
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    // Binaries of other platforms are in the lock and not here.
    if (!found) return Boolean(wanted.optional || wanted.devOptional);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** @param {string} file @returns {Record<string, Package>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
