// npm test, npm run check, npm run prove: installs packages if needed, then runs the checks of a plan.
import { fileURLToPath } from 'node:url';
import { install } from './boot/install.mjs';
import { nodeVersionError } from './boot/node-version.mjs';

const error = nodeVersionError() ?? (await install(fileURLToPath(new URL('../..', import.meta.url))));
if (error) {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { runChecks } = await import('./src/run-checks.ts');
process.exitCode = await runChecks(process.argv.slice(2));
