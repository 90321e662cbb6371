import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

/** The exit code of a program and its output, stdout and stderr together. */
export type Outcome = { code: number | null; output: string };

// PGPORT, PGDATA and similar variables of the user's shell must not affect the server.
const environment = Object.fromEntries(
  Object.entries({ ...process.env, LC_ALL: 'C', TZ: 'UTC' }).filter(([name]) => !name.startsWith('PG')),
);

/** Runs a program as the server's user and collects its output. The code is null if the program cannot be started. */
export function runProgram(file: string, args: string[], user: ServerUser): Promise<Outcome> {
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
