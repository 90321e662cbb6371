import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

export type Outcome = { code: number | null; output: string };

// PGPORT, PGDATA and the like in the user's shell must not steer our server.
const environment = Object.fromEntries(
  Object.entries({ ...process.env, LC_ALL: 'C', TZ: 'UTC' }).filter(([name]) => !name.startsWith('PG')),
);

/** Runs a program as the server's user and collects what it says; a program that cannot start has the code null. */
export function runProgram(file: string, args: string[], user: ServerUser): Promise<Outcome> {
  return new Promise((resolve) => {
    // The current folder may be out of the other user's reach, and programs warn when they cannot return to it.
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
