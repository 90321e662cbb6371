import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installedPackages } from '../boot/installed.mjs';
import { runQuietly } from '../boot/run-quietly.mjs';
import { LaunchError } from './launch-error.ts';

const quietEnv = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/**
 * The files that `checkIsBuilt` looks for: the entry point of the API and the build id of the admin. An interrupted
 * build may have written them already.
 */
const buildResults = ['apps/api/dist/main.js', 'apps/admin/.next/BUILD_ID'];

/**
 * Builds what is stale for the API and the admin. With `reload` it only generates sources, because the caller then runs
 * from source. A production install has no build tools: there it only checks that both have been built. When `signal`
 * is aborted, it ends the build and returns.
 * @throws LaunchError if the build fails, after printing its output, or if a production install has no build
 */
export async function build(root: string, reload: boolean, signal?: AbortSignal): Promise<void> {
  if (installedPackages(root) === 'production') return checkIsBuilt(root);
  const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
  const task = reload ? 'generate' : 'build';
  const filters = ['--filter=@chancery/api...', '--filter=@chancery/admin...'];
  const { code, output } = await runQuietly(
    [turbo, 'run', task, ...filters, '--output-logs=errors-only', '--no-color'],
    {
      cwd: root,
      env: { ...process.env, ...quietEnv },
      ...(signal ? { signal } : {}),
    },
  );
  if (code === 0 || signal?.aborted) return;
  console.error(output);
  throw new LaunchError('The build failed. See the output above.');
}

function checkIsBuilt(root: string): void {
  const missing = buildResults.filter((file) => !existsSync(join(root, file)));
  if (missing.length === 0) return;
  throw new LaunchError(
    `The build is missing or incomplete, and the build tools are not installed. Missing files: ${missing.join(', ')}. Run npm ci, then npm run build, then npm ci --omit=dev.`,
  );
}
