import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installedPackages } from '../boot/installed.mjs';
import { runQuietly } from '../boot/run-quietly.mjs';
import { LaunchError } from './launch-error.ts';

const quietEnv = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/** Files that a build writes last: the program of the API, and the id of the admin's build. */
const buildResults = ['apps/api/dist/main.js', 'apps/admin/.next/BUILD_ID'];

/**
 * Builds what is stale for both servers. With `reload` only generates sources, because the servers then run from
 * source. A production install has no build tools, so what it serves must have been built before.
 * @throws LaunchError if the build fails, after printing its output, or if a production install has no build
 */
export async function build(root: string, reload: boolean): Promise<void> {
  if (installedPackages(root) === 'production') return checkIsBuilt(root);
  const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
  const task = reload ? 'generate' : 'build';
  const filters = ['--filter=@chancery/api...', '--filter=@chancery/admin...'];
  const { code, output } = await runQuietly(
    [turbo, 'run', task, ...filters, '--output-logs=errors-only', '--no-color'],
    {
      cwd: root,
      env: { ...process.env, ...quietEnv },
    },
  );
  if (code === 0) return;
  console.error(output);
  throw new LaunchError('The build failed. See the output above.');
}

function checkIsBuilt(root: string): void {
  const missing = buildResults.filter((file) => !existsSync(join(root, file)));
  if (missing.length === 0) return;
  throw new LaunchError(
    `There is no build, and the build tools are not installed. Missing: ${missing.join(', ')}. Run npm ci, then npm run build, then npm ci --omit=dev.`,
  );
}
