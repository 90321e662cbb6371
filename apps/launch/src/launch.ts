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

/**
 * What to launch. `build` runs before the database is opened; `apps` returns the servers to start, given the database
 * URLs. `log` prints to stdout by default.
 */
export type LaunchOptions = {
  settings: Settings;
  build: () => Promise<void>;
  apps: (urls: DatabaseUrls) => App[];
  log?: (line: string) => void;
};

type CleanUp = (() => void | Promise<void>)[];

// The time for servers to finish open requests, in milliseconds.
const stopTimeout = 15_000;

/**
 * Starts everything, waits for a signal to stop or a failure, and stops everything. Returns the exit code: 0 after a
 * signal, 1 after a failure.
 */
export async function launch(options: LaunchOptions): Promise<number> {
  const interrupted = listenForInterruption();
  const cleanUp: CleanUp = [];
  let code = 0;
  try {
    const reason = await run(options, interrupted, cleanUp);
    if (reason !== 'interrupted') throw new LaunchError(reason);
  } catch (error) {
    // A build that was interrupted by Ctrl-C has not failed.
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
  const { settings, build, apps, log = console.log } = options;
  makeHome(settings.home);
  cleanUp.push(await lockHome(settings));
  await checkPortsAreFree(settings);
  await build();
  if (interrupted.hasOccurred()) return 'interrupted';
  const { home, databaseUrl, logins } = settings;
  const storage = await openStorage({ home, databaseUrl, logins, log, beforeUpgrade: upgradeBackup(settings, log) });
  cleanUp.push(storage.stop);
  if (interrupted.hasOccurred()) return 'interrupted';
  const signInFile = join(home, 'sign-in.txt');
  const isFirstStart = !existsSync(signInFile);
  const servers = apps(storage.urls).map((app) => serve(app, log));
  cleanUp.push(() => {
    log('Stopping Chancery');
    return stopAll(servers, interrupted);
  });
  const reasonToStop = Promise.race([firstFailure(servers, storage), interrupted.first]);
  const notes = await Promise.race([Promise.all(servers.map(({ ready }) => ready)), reasonToStop]);
  if (typeof notes === 'string') return notes;
  cleanUp.push(scheduleBackups(settings, storage.urls, log));
  announce(settings, notes.flat(), isFirstStart ? signInFile : undefined, log);
  return reasonToStop;
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

/** Resolves with an error message as soon as a server or the private Postgres ends. */
function firstFailure(servers: Server[], storage: Storage): Promise<string> {
  const ends = servers.map(({ name, ended }) => ended.then((how) => `The ${name} ${how}, so Chancery is stopping`));
  return Promise.race([...ends, postgresEnd(storage)]);
}

async function postgresEnd(storage: Storage): Promise<string> {
  while (storage.isAlive()) await sleep(1000, undefined, { ref: false });
  return 'The private Postgres ended unexpectedly, so Chancery is stopping. See postgres/postgres.log in the data folder.';
}

async function stopAll(servers: Server[], interrupted: Interruption): Promise<void> {
  const stopped = Promise.all(servers.map((server) => server.stop(stopTimeout)));
  const how = await Promise.race([stopped, interrupted.second]);
  if (how === 'hurry') await Promise.all(servers.map((server) => server.stop(0)));
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
