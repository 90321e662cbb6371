// Starts and stops child processes: the API and the admin.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { hasOwnHeapLimit } from './heap-limits.ts';

/** A Node program to start, with its working directory and its whole environment. */
export type Program = {
  name: string;
  cwd: string;
  /** The arguments of Node: flags, script, arguments of the script. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** The heap limit in MB, which a limit in NODE_OPTIONS overrides. Without either, Node chooses. */
  heap?: number;
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
export function startChild({ name, cwd, args, env, heap, quiet = false }: Program): Child {
  const limit = heap !== undefined && !hasOwnHeapLimit(env) ? [`--max-old-space-size=${heap}`] : [];
  const child = spawn(process.execPath, [...limit, '--import', leaveWithLauncher, ...args], {
    cwd,
    env: { ...env, CHANCERY_LAUNCHER: String(process.pid) },
    detached: true,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'pipe', 'ipc'],
  });
  const lastErrors = printErrors(child);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', async (code, signal) => {
      // The last lines may arrive after the exit. A child process of the child may hold the pipe open.
      await Promise.race([once(child, 'close'), sleep(200)]);
      resolve(howItEnded(code, signal, lastErrors()));
    });
  });
  return { name, process: child, ended };
}

/** Prints the child's standard error on that of this process. Returns a function that returns the last of it. */
function printErrors(child: ChildProcess): () => string {
  let last = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    last = (last + chunk.toString()).slice(-8192);
  });
  return () => last;
}

function howItEnded(code: number | null, signal: NodeJS.Signals | null, errors: string): string {
  // V8 prints this line and aborts. A job process may have printed it while its API went on, so the signal counts too.
  if (signal === 'SIGABRT' && errors.includes('heap out of memory')) return 'ran out of memory';
  if (signal === 'SIGKILL') return 'was ended by SIGKILL (by hand, or by the kernel because memory ran short)';
  return signal ? `was ended by ${signal}` : `ended with code ${code}`;
}

/**
 * Sends SIGTERM to a child and its process group. If the child has not ended after `timeout` milliseconds, kills it.
 * Then kills all processes of the group that still run, and resolves.
 */
export async function stopChild(child: Child, timeout: number): Promise<void> {
  signalGroup(child, 'SIGTERM');
  await Promise.race([child.ended, sleep(timeout, undefined, { ref: false })]);
  await killChild(child);
}

/** Kills a child and all processes of its group that still run, and resolves when the child has ended. */
export async function killChild(child: Child): Promise<void> {
  signalGroup(child, 'SIGKILL');
  await child.ended;
}

function signalGroup({ process: { pid } }: Child, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
