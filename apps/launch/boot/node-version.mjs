// Uses only old syntax, so that a Node version that is too old can still print the error.
import { readFileSync } from 'node:fs';

/**
 * Returns an error message if `engines.node` of package.json does not allow the version `running`, otherwise undefined.
 * `engines.node` must have the form `^20.19 || ^22.12 || >=24`.
 */
export function nodeVersionError(running = process.versions.node) {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const ranges = manifest.engines.node.split(' || ');
  if (ranges.some((/** @type {string} */ range) => allows(range, running))) return undefined;
  const versions = ranges.map((/** @type {string} */ range) =>
    range.replace(/^\^((\d+).*)/, '$2 ($1 or later)').replace(/^>=(.*)/, 'or $1 or later'),
  );
  return `Chancery needs Node ${versions.join(', ')}. This is Node ${running} (${process.execPath}). Install one of those versions.`;
}

/**
 * Whether a range contains a version. The range has the form `^20.19` (20.19 or a later release of 20) or `>=24`.
 * @param {string} range
 * @param {string} version
 */
function allows(range, version) {
  const isCaret = range.startsWith('^');
  const [minMajor = 0, minMinor = 0] = range
    .replace(/^(\^|>=)/, '')
    .split('.')
    .map(Number);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === minMajor) return minor >= minMinor;
  return !isCaret && major > minMajor;
}
