// Starts and stops child processes: the API and the admin.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** A Node program to start, with its working directory and its whole environment. */
export type Program = {
  name: string;
  cwd: string;
  /** The arguments of Node: flags, script, arguments of the script. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Discards standard output. Standard error is printed in any case. */
  quiet?: boolean;
};

/** A started child process. */
export type Child = {
  name: string;
  process: ChildProcess;
  /** Resolves with a phrase that says how the process ended, such as "ended with code 3", or why it could not start. */
  ended: Promise<string>;
};

const leaveWithLauncher = pathToFileURL(`${import.meta.dirname}/../boot/leave-with-launcher.mjs`).href;

/**
 * Starts a program in a new process group, so that Ctrl-C reaches only the launcher, which then stops the child
 * processes in order.
 */
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

/**
 * Sends SIGTERM to a child and its process group. If the child has not ended after `timeout` milliseconds, kills it.
 * Then kills all processes of the group that still run, and resolves.
 */
export async function stopChild({ process: child, ended }: Child, timeout: number): Promise<void> {
  signal(child, 'SIGTERM');
  const stopped = await Promise.race([ended.then(() => true), sleep(timeout, false, { ref: false })]);
  // Sent to the process group in any case: a child process of the child may still be running.
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
