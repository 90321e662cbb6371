// npm run backup: like start.mjs, but writes one backup.
import { fileURLToPath } from 'node:url';
import { nodeVersionError } from './boot/node-version.mjs';

const error = nodeVersionError() ?? (await installPackages());
if (error) {
  console.error(error);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { backUp } = await import('./src/backups/backup-command.ts');
await backUp(process.argv.slice(2));

async function installPackages() {
  const { install } = await import('./boot/install.mjs');
  return install(fileURLToPath(new URL('../..', import.meta.url)), { isBuilt: true });
}
