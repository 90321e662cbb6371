// A server that we start, wait for and stop: the API or the admin.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export type Program = {
  name: string;
  cwd: string;
  /** What Node is given: flags, script, arguments. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** What it prints is shown, or kept back where it is only noise. */
  quiet?: boolean;
};

export type Child = {
  name: string;
  process: ChildProcess;
  /** How it ended, in words. */
  ended: Promise<string>;
};

const leaveWithLauncher = pathToFileURL(`${import.meta.dirname}/../boot/leave-with-launcher.mjs`).href;

/** Starts a program in a process group of its own, so that Ctrl-C reaches us alone and we stop things in order. */
export function startChild({ name, cwd, args, env, quiet = false }: Program): Child {
  const child = spawn(process.execPath, ['--import', leaveWithLauncher, ...args], {
    cwd,
    env: { ...env, CHANCERY_LAUNCHER: String(process.pid) },
    detached: true,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
  return { name, process: child, ended };
}

/** Asks a child to stop and waits; a child that does not is ended. */
export async function stopChild({ process: child, ended }: Child, patience: number): Promise<void> {
  signal(child, 'SIGTERM');
  const stopped = await Promise.race([ended.then(() => true), sleep(patience, false, { ref: false })]);
  // Ended in any case: a child of the child may have stayed.
  signal(child, 'SIGKILL');
  if (!stopped) await ended;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
