// Starts and stops Chancery: everything that is opened here is closed here, in reverse order.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseUrls, makeHome, openStorage, type Storage, StorageError } from '@chancery/prisma';
import { acquireLock, isAcquired } from '../boot/process-lock.mjs';
import type { App } from './apps.ts';
import { upgradeBackup } from './backups/before-upgrade.ts';
import { scheduleBackups } from './backups/schedule.ts';
import type { Settings } from './env.ts';
import { isLoopback } from './hosts.ts';
import { type Interruption, listenForInterruption } from './interruption.ts';
import { LaunchError } from './launch-error.ts';
import { canListenOn } from './ports.ts';
import type { Notes } from './ready.ts';
import type { Server } from './server.ts';
import { serve } from './start-server.ts';
import { stopServers } from './stop-servers.ts';
import { supervisePostgres, untilReachable } from './supervision/database.ts';

/**
 * What to launch. `build` runs before the database is opened, and ends early when its signal is aborted. `apps` returns
 * the servers in the order in which they start; they stop in reverse order. It is called again for each restart, with
 * `isRestart`. `log` prints to stdout by default.
 */
export type LaunchOptions = {
  settings: Settings;
  build: (signal: AbortSignal) => Promise<void>;
  apps: (urls: DatabaseUrls, isRestart: boolean) => App[];
  log?: (line: string) => void;
};

type CleanUp = (() => void | Promise<void>)[];

/**
 * Starts everything, restarts what dies, waits for a signal to stop or a failure that restarts cannot mend, and stops
 * everything. Returns the exit code: 0 after a signal, 1 after a failure.
 */
export async function launch(options: LaunchOptions): Promise<number> {
  const interrupted = listenForInterruption();
  const cleanUp: CleanUp = [];
  let code = 0;
  try {
    const reason = await run(options, interrupted, cleanUp);
    if (reason !== 'interrupted') throw new LaunchError(reason);
  } catch (error) {
    // A step that was interrupted has not failed.
    if (!interrupted.hasOccurred()) code = report(error);
  }
  for (const step of cleanUp.reverse()) {
    try {
      await step();
    } catch (error) {
      code = report(error);
    }
  }
  interrupted.stopListening();
  return code;
}

function report(error: unknown): number {
  console.error(error instanceof LaunchError || error instanceof StorageError ? error.message : error);
  return 1;
}

/**
 * Starts everything and resolves with the reason to stop: `interrupted` or an error message. For each thing that it
 * opens, it adds a step to `cleanUp`.
 */
async function run(options: LaunchOptions, interrupted: Interruption, cleanUp: CleanUp): Promise<string> {
  const { settings, build, log = console.log } = options;
  makeHome(settings.home);
  cleanUp.push(await lockHome(settings));
  await checkPortsAreFree(settings);
  await build(interrupted.signal);
  if (interrupted.hasOccurred()) return 'interrupted';
  const storage = await Promise.race([open(options, interrupted.signal), interrupted.second]);
  if (storage === 'hurry') return 'interrupted';
  // Postgres finishes its shutdown by itself if the operator does not wait for it.
  cleanUp.push(async () => void (await Promise.race([storage.stop(), interrupted.second])));
  if (interrupted.hasOccurred()) return 'interrupted';
  const signInFile = join(settings.home, 'sign-in.txt');
  const isFirstStart = !existsSync(signInFile);
  const { servers, currentUrls, failed } = serveAll(options, storage, interrupted, cleanUp);
  const reasonToStop = Promise.race([failed, interrupted.first]);
  const notes = await Promise.race([Promise.all(servers.map(({ ready }) => ready)), reasonToStop]);
  if (typeof notes === 'string') return notes;
  cleanUp.push(scheduleBackups(settings, currentUrls, log));
  announce(settings, notes.flat(), isFirstStart ? signInFile : undefined, log);
  return reasonToStop;
}

function open({ settings, log = console.log }: LaunchOptions, signal: AbortSignal): Promise<Storage> {
  const { home, databaseUrl, logins } = settings;
  return openStorage({ home, databaseUrl, logins, log, signal, beforeUpgrade: upgradeBackup(settings, log) });
}

/**
 * Starts and supervises the servers and the private Postgres. `currentUrls`
 * returns the database URLs that are valid now; `failed` resolves with the reason why one stays down.
 */
function serveAll(
  { apps, log = console.log }: LaunchOptions,
  storage: Storage,
  interrupted: Interruption,
  cleanUp: CleanUp,
): { servers: Server[]; currentUrls: () => DatabaseUrls; failed: Promise<string> } {
  const ended = new AbortController();
  let { urls } = storage;
  const servers = apps(urls, false).map(({ name }) =>
    serve({
      app: (isRestart) => appNamed(name, apps(urls, isRestart)),
      databaseIsReachable: (signal) => untilReachable(() => urls.owner, signal, log),
      log,
    }),
  );
  const postgresFailed = supervisePostgres({
    storage,
    signal: ended.signal,
    log,
    onRestart: async (current) => {
      const hasMoved = current.owner !== urls.owner;
      urls = current;
      if (hasMoved) await Promise.all(servers.map((server) => server.restart('needs the new address of Postgres')));
    },
  });
  cleanUp.push(async () => {
    log('Stopping Chancery. A second signal stops it at once.');
    ended.abort();
    await stopServers([...servers].reverse(), interrupted.second);
  });
  return {
    servers,
    currentUrls: () => urls,
    failed: Promise.race([...servers.map(({ failed }) => failed), postgresFailed]),
  };
}

function appNamed(name: string, apps: App[]): App {
  const app = apps.find((candidate) => candidate.name === name);
  if (!app) throw new Error(`there is no app ${name}`);
  return app;
}

async function lockHome({ home, origin }: Settings): Promise<() => void> {
  const begin = Date.now();
  for (;;) {
    const lock = acquireLock(join(home, 'running'), origin);
    if (isAcquired(lock)) return lock.release;
    // The holder may be about to exit: npm returns to the shell before the launcher has stopped everything.
    if (Date.now() - begin < 3000) await sleep(100);
    else
      throw new LaunchError(
        `Chancery or an import is already running on ${home} (process ${lock.pid}). Open ${lock.note}, or stop that process first.`,
      );
  }
}

async function checkPortsAreFree(settings: Settings): Promise<void> {
  for (const [prefix, port, host] of [
    ['', settings.port, settings.host],
    ['API_', settings.apiPort, settings.apiHost],
  ] as const) {
    if (await canListenOn(port, host)) continue;
    const hostHint = isLoopback(host)
      ? ''
      : ` Check as well that ${prefix}HOST (${host}) is an address of this machine.`;
    throw new LaunchError(
      `Port ${port} is in use, or this user may not open it. Stop the program that uses it, or set ${prefix}PORT to another port.${hostHint}`,
    );
  }
}

// Printed at once, so that a program that waits for "Chancery is ready" also gets the sign-in lines.
function announce(settings: Settings, notes: Notes, signInFile: string | undefined, log: (line: string) => void): void {
  const lines = [`Chancery is ready: ${settings.origin} (API http://localhost:${settings.apiPort})`, ...notes];
  if (isLoopback(settings.host))
    lines.push(
      'Only this machine can open it. To admit others, use a proxy or set HOST=0.0.0.0: see docs/operating.md.',
    );
  if (signInFile !== undefined && existsSync(signInFile)) {
    lines.push(`Sign in as one of these users (also in ${signInFile}):`);
    for (const line of readFileSync(signInFile, 'utf8').trimEnd().split('\n')) lines.push(`  ${line}`);
  }
  log(lines.join('\n'));
}
