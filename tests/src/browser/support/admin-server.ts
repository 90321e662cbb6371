import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './admin-build.ts';

const admin = join(root, 'apps', 'admin');

/** The built admin, listening. */
export interface AdminServer {
  /** What it has written. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** Starts the built admin as `npm start` does: it is told its port and where the API is, and nothing else. */
export async function startAdmin(port: number, apiUrl: string): Promise<AdminServer> {
  const next = createRequire(join(admin, 'package.json')).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'start', '--port', String(port)], {
    cwd: admin,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      CHANCERY_API_URL: apiUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const ended = once(child, 'exit');
  await answering(port, () => child.exitCode === null, said);
  return {
    log: () => said.join(''),
    close: async () => {
      process.off('exit', end);
      child.kill('SIGTERM');
      await Promise.race([ended, wait(3_000).then(end)]);
      await ended;
    },
  };
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const given = server.address();
  server.close();
  await once(server, 'close');
  if (given === null || typeof given === 'string') throw new Error('the system gave no port');
  return given.port;
}

async function answering(port: number, isAlive: () => boolean, said: readonly string[]): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(60)) {
    if (!isAlive()) throw new Error(`The admin ended while it started:\n${said.join('')}`);
    const response = await fetch(`http://127.0.0.1:${port}/icon.svg`).catch(() => undefined);
    if (response?.ok) return;
  }
  throw new Error(`The admin did not answer within a minute:\n${said.join('')}`);
}
