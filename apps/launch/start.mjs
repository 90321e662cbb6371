// npm start, and npm run dev with --reload. Before the packages are installed only Node's own modules are there; what
// comes after is TypeScript.
import { fileURLToPath } from 'node:url';
import { nodeVersionError } from './boot/node-version.mjs';

const fault = nodeVersionError() ?? (await installed());
if (fault) {
  console.error(fault);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { start } = await import('./src/start.ts');
await start({ reload: process.argv.includes('--reload') });

async function installed() {
  const { install } = await import('./boot/install.mjs');
  return install(fileURLToPath(new URL('../..', import.meta.url)));
}
