// Fails when package-lock.json lacks a platform's binary that a package lists as optional. Where a registry lags behind,
// npm leaves it out without a word, and an install on that platform then breaks.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8')).packages;
const missing = Object.entries(lock).flatMap(([place, { version, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(place, name))
    .map(([name, range]) => `${place.replace(/^.*node_modules\//, '')}@${version} needs ${name}@${range}`),
);

// As Node looks for it: in the package's own node_modules, then in those of the folders above.
function isLocked(place, name) {
  if (lock[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
  return place !== '' && isLocked(place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0)), name);
}

if (missing.length > 0) {
  console.error(`${missing.length} optional packages are not in the lock:\n${missing.join('\n')}`);
  process.exitCode = 1;
} else console.log('The lock is complete');
