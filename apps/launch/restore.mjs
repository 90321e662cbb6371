// npm run restore: like start.mjs, but restores one backup.
import { fileURLToPath } from 'node:url';
import { nodeVersionError } from './boot/node-version.mjs';

const error = nodeVersionError() ?? (await installPackages());
if (error) {
  console.error(error);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { restore } = await import('./src/backups/restore-command.ts');
await restore(process.argv.slice(2));

async function installPackages() {
  const { install } = await import('./boot/install.mjs');
  return install(fileURLToPath(new URL('../..', import.meta.url)), { isBuilt: true });
}
