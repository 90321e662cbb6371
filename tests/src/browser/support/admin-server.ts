import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { testAdminKey } from '../../support/api.ts';
import { repositoryRoot } from './admin-build.ts';

const admin = join(repositoryRoot, 'apps', 'admin');

/** A running admin server. */
export interface AdminServer {
  /** Returns the output of the server so far. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the built admin as `npm start` does, without limits of clients and with the settings in `env`, and waits until
 * it responds.
 * @throws Error with the output if it exits or does not respond within a minute
 */
export async function startAdmin(port: number, apiUrl: string, env: NodeJS.ProcessEnv = {}): Promise<AdminServer> {
  const next = createRequire(join(admin, 'package.json')).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'start', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd: admin,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      CHANCERY_API_URL: apiUrl,
      CHANCERY_ADMIN_KEY: testAdminKey,
      // Tests open as many pages as they can from one address.
      ...{ CHANCERY_RATE_PAGES: '0', CHANCERY_RATE_CONCURRENT: '0' },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk) => output.push(String(chunk)));
  child.stderr.on('data', (chunk) => output.push(String(chunk)));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  await waitUntilReady(port, () => child.exitCode === null, output);
  return {
    log: () => output.join(''),
    close: async () => {
      process.off('exit', kill);
      child.kill('SIGTERM');
      await Promise.race([ended, wait(3_000).then(kill)]);
      await ended;
    },
  };
}

async function waitUntilReady(port: number, isAlive: () => boolean, output: readonly string[]): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(60)) {
    if (!isAlive()) throw new Error(`The admin exited during start-up:\n${output.join('')}`);
    const response = await fetch(`http://127.0.0.1:${port}/icon.svg`).catch(() => undefined);
    if (response?.ok) return;
  }
  throw new Error(`The admin did not respond within a minute:\n${output.join('')}`);
}
