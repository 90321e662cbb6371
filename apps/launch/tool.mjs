// npm run verify:data, npm run bench: installs when needed and makes the generated sources, then runs the tool that is named.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './boot/install.mjs';
import { nodeVersionError } from './boot/node-version.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [, , tool = '', ...args] = process.argv;
const fault = nodeVersionError() ?? (await install(root)) ?? (await made());
if (fault) {
  console.error(fault);
  process.exit(1);
}
const file = join(root, tool);
process.argv.splice(1, process.argv.length, file, ...args);
await import(pathToFileURL(file).href);

async function made() {
  const { register } = await import('tsx/esm/api');
  register();
  const { generated } = await import('./src/checks/plans.ts');
  const { failed, output } = await generated.run(root);
  return failed > 0 ? output : undefined;
}
