// npm run import: like start.mjs, but for one import.
import { fileURLToPath } from 'node:url';
import { nodeVersionError } from './boot/node-version.mjs';

const fault = nodeVersionError() ?? (await installed());
if (fault) {
  console.error(fault);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { importFiles } = await import('./src/import-files.ts');
await importFiles(process.argv.slice(2));

async function installed() {
  const { install } = await import('./boot/install.mjs');
  return install(fileURLToPath(new URL('../..', import.meta.url)));
}
