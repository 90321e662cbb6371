import { join, resolve } from 'node:path';
import { StorageError } from '@chancery/prisma';
import { readSettings, type Settings } from '../env.ts';
import { LaunchError } from '../launch-error.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** What a command works with. `file`: the absolute path of its argument. `signal`: aborted by Ctrl-C or SIGTERM. */
export type CommandContext = { settings: Settings; file: string; signal: AbortSignal };

/**
 * Runs a command that takes one file, with the settings of the environment. Prints an expected error as one line and sets
 * the exit code of this process. The path is relative to the user's working directory.
 */
export async function runCommand(
  name: string,
  args: readonly string[],
  work: (context: CommandContext) => Promise<void>,
): Promise<void> {
  const [file] = args;
  if (file === undefined || args.length > 1 || file.startsWith('-')) return fail(`Usage: npm run ${name} -- FILE`);
  const read = readSettings(process.env, root);
  if ('errors' in read) return fail(read.errors.join('\n'));
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  try {
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
    await work({ settings: read.settings, file: path, signal: stop.signal });
  } catch (error) {
    fail(error instanceof LaunchError || error instanceof StorageError ? error.message : error);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}

function fail(error: unknown): void {
  console.error(error);
  process.exitCode = 1;
}
