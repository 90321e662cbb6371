import { createRequire } from 'node:module';
import { runQuietly } from '../boot/run-quietly.mjs';
import { LaunchError } from './launch-error.ts';

const silence = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/** Builds what is stale for both servers; with `reload` only what is generated, for they then run from their sources. */
export async function build(root: string, reload: boolean): Promise<void> {
  const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
  const task = reload ? 'generate' : 'build';
  const only = ['--filter=@chancery/api...', '--filter=@chancery/admin...'];
  const { code, output } = await runQuietly([turbo, 'run', task, ...only, '--output-logs=errors-only', '--no-color'], {
    cwd: root,
    env: { ...process.env, ...silence },
  });
  if (code === 0) return;
  console.error(output);
  throw new LaunchError('The build failed; the compiler says why above');
}
