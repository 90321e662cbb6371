import { join } from 'node:path';
import { appsOf } from './apps.ts';
import { build } from './build.ts';
import { readSettings } from './env.ts';
import { launch } from './launch.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Runs Chancery until it is stopped, then exits the process. Invalid settings are printed and end the process with code
 * 1. With `reload` the servers run from source and pick up changes.
 */
export async function start({ reload }: { reload: boolean }): Promise<void> {
  // If stdout is closed (npm start | head), the write error must not end the launcher and leave the database running.
  process.stdout.on('error', () => undefined);
  const read = readSettings(process.env, root);
  if ('errors' in read) {
    for (const error of read.errors) console.error(error);
    process.exit(1);
  }
  const { settings } = read;
  const code = await launch({
    settings,
    build: (signal) => build(root, reload, signal),
    apps: (urls, isRestart) => appsOf({ root, settings, urls, reload, isRestart }),
  });
  process.exit(code);
}
