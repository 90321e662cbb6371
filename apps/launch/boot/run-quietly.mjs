import { spawn } from 'node:child_process';

/**
 * Runs Node with the arguments `args` and prints nothing. Resolves with stdout and stderr as one text, and with the
 * exit code, which is 1 if a signal ended the program. When `signal` is aborted, sends SIGTERM to the program and its
 * child processes.
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(args, { cwd, env = process.env, signal }) {
  return new Promise((resolve, reject) => {
    // With a signal to obey, the program gets a process group of its own, which can be ended as a whole.
    const detached = signal !== undefined;
    const child = spawn(process.execPath, args, { cwd, env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    };
    signal?.addEventListener('abort', end);
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}
