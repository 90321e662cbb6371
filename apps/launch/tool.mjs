// npm run verify:data, npm run bench: installs packages if needed, generates sources, then runs the tool given as
// argument.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './boot/install.mjs';
import { nodeVersionError } from './boot/node-version.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [, , tool = '', ...args] = process.argv;
const error = nodeVersionError() ?? (await install(root)) ?? (await generateSources());
if (error) {
  console.error(error);
  process.exit(1);
}
const file = join(root, tool);
process.argv.splice(1, process.argv.length, file, ...args);
await import(pathToFileURL(file).href);

async function generateSources() {
  const { register } = await import('tsx/esm/api');
  register();
  const { sourcesCheck } = await import('./src/checks/plans.ts');
  const { failed, output } = await sourcesCheck.run(root);
  return failed > 0 ? output : undefined;
}
