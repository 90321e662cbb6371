// Uses only old syntax, so that a Node version that is too old can still print the error.
import { readFileSync } from 'node:fs';

/** Returns an error message if the running Node is too old. */
export function nodeVersionError(running = process.versions.node) {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const required = manifest.engines.node.replace('>=', '');
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [minMajor = 0, minMinor = 0] = required.split('.').map(Number);
  if (major > minMajor || (major === minMajor && minor >= minMinor)) return undefined;
  return `Chancery needs Node ${required} or later. This is Node ${running} (${process.execPath}).`;
}
