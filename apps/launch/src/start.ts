import { join } from 'node:path';
import { appsOf } from './apps.ts';
import { build } from './build.ts';
import { readSettings } from './env.ts';
import { launch } from './launch.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Reads the settings and runs everything until it is stopped; the process then ends with the right code. */
export async function start({ reload }: { reload: boolean }): Promise<void> {
  // A reader that went away (npm start | head) is no reason to leave a database running without its keeper.
  process.stdout.on('error', () => undefined);
  const read = readSettings(process.env, root);
  if ('faults' in read) {
    for (const fault of read.faults) console.error(fault);
    process.exit(1);
  }
  const { settings } = read;
  const code = await launch({
    settings,
    build: () => build(root, reload),
    apps: (urls) => appsOf({ root, settings, urls, reload }),
  });
  process.exit(code);
}
