// Fails if package-lock.json lacks an optional dependency of a package, such as the binary for a platform. If a registry
// lags behind, npm omits it silently, and installs on that platform break.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8')).packages;
const missing = Object.entries(lock).flatMap(([path, { version, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(path, name))
    .map(([name, range]) => `${path.replace(/^.*node_modules\//, '')}@${version} needs ${name}@${range}`),
);

// Searches as Node does: in the package's own node_modules, then in those of the parent folders.
function isLocked(path, name) {
  if (lock[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
  return path !== '' && isLocked(path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0)), name);
}

if (missing.length > 0) {
  console.error(
    `${missing.length} optional packages are missing in package-lock.json. Update the file once the registry has them:\n${missing.join('\n')}`,
  );
  process.exitCode = 1;
} else console.log('package-lock.json is complete');
