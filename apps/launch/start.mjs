// npm start, and npm run dev with --reload. Until the packages are installed, only Node's own modules can be imported;
// the rest is TypeScript.
import { fileURLToPath } from 'node:url';
import { nodeVersionError } from './boot/node-version.mjs';

const isReload = process.argv.includes('--reload');
const error = nodeVersionError() ?? (await installPackages());
if (error) {
  console.error(error);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { start } = await import('./src/start.ts');
await start({ reload: isReload });

async function installPackages() {
  const { install } = await import('./boot/install.mjs');
  return install(fileURLToPath(new URL('../..', import.meta.url)), { isBuilt: !isReload });
}
