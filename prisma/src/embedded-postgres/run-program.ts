import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

/**
 * The exit code of a program, or `null` if it could not be started or was killed by a signal, and its output: stdout
 * and stderr together, or the reason why it could not be started.
 */
export type ProgramExit = { code: number | null; output: string };

// PGPORT, PGDATA and similar variables of the user's shell must not affect the server.
const environment = Object.fromEntries(
  Object.entries({ ...process.env, LC_ALL: 'C', TZ: 'UTC' }).filter(([name]) => !name.startsWith('PG')),
);

/** Runs a program as the server's user, with the root folder as its working directory, and waits until it exits. */
export function runProgram(file: string, args: string[], user: ServerUser): Promise<ProgramExit> {
  return new Promise((resolve) => {
    // The other user may not be able to enter the current folder, and programs warn if they cannot return to it.
    const identity = user ? { uid: user.uid, gid: user.gid } : {};
    const child = spawn(file, args, { ...identity, cwd: '/', env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output: output.trim() }));
  });
}
