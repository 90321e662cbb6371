import { createRequire } from 'node:module';
import { runQuietly } from '../boot/run-quietly.mjs';
import { LaunchError } from './launch-error.ts';

const quietEnv = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/**
 * Builds what is stale for both servers. With `reload` only generates sources, because the servers then run from
 * source.
 * @throws LaunchError if the build fails, after printing its output
 */
export async function build(root: string, reload: boolean): Promise<void> {
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
