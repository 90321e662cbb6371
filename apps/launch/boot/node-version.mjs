// Uses only old syntax, so that a Node version that is too old can still print the error.
import { readFileSync } from 'node:fs';

/**
 * Returns an error message if `engines.node` of package.json does not allow the running Node. The field must have the form
 * `^20.19 || ^22.12 || >=24`.
 */
export function nodeVersionError(running = process.versions.node) {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const ranges = manifest.engines.node.split(' || ');
  if (ranges.some((/** @type {string} */ range) => allows(range, running))) return undefined;
  const versions = ranges.map((/** @type {string} */ range) =>
    range.replace(/^\^((\d+).*)/, '$2 from $1').replace(/^>=(.*)/, 'or $1 or later'),
  );
  return `Chancery needs Node ${versions.join(', ')}. This is Node ${running} (${process.execPath}).`;
}

/**
 * Whether a range of the form ^20.19 (20.19 or a later 20) or >=24 contains a version.
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
