// Plain old syntax: a Node that is too old must get as far as saying so.
import { readFileSync } from 'node:fs';

/** What is wrong with the Node that runs us, if anything. */
export function nodeVersionError(running = process.versions.node) {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const needed = manifest.engines.node.replace('>=', '');
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = needed.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `Chancery needs Node ${needed} or later, and this is Node ${running} (${process.execPath})`;
}
