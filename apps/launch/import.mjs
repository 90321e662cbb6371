// npm run import: like start.mjs, but runs one import.
import { fileURLToPath } from 'node:url';
import { nodeVersionError } from './boot/node-version.mjs';

const error = nodeVersionError() ?? (await installPackages());
if (error) {
  console.error(error);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { importFiles } = await import('./src/import-files.ts');
await importFiles(process.argv.slice(2));

async function installPackages() {
  const { install } = await import('./boot/install.mjs');
  return install(fileURLToPath(new URL('../..', import.meta.url)), { isBuilt: true });
}
