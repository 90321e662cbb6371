// One start from beginning to end: everything that is opened here is closed here, in the opposite order.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeHome, openStorage, type Storage, StorageError, type Urls } from '@chancery/prisma';
import { hold, isHeld } from '../boot/hold.mjs';
import type { App } from './apps.ts';
import type { Settings } from './env.ts';
import { type Interruption, interruption } from './interruption.ts';
import { LaunchError } from './launch-error.ts';
import { isFree } from './ports.ts';
import type { Notes } from './ready.ts';
import type { Server } from './server.ts';
import { serve } from './start-server.ts';

export type LaunchOptions = {
  settings: Settings;
  build: () => Promise<void>;
  apps: (urls: Urls) => App[];
  say?: (line: string) => void;
};

type Undo = (() => void | Promise<void>)[];

// Answers that are on their way get this long to arrive.
const patience = 15_000;

/** Starts everything, waits until it is told to stop or something fails, stops everything, and returns the exit code. */
export async function launch(options: LaunchOptions): Promise<number> {
  const interrupted = interruption();
  const undo: Undo = [];
  let code = 0;
  try {
    const trouble = await run(options, interrupted, undo);
    if (trouble !== 'interrupted') throw new LaunchError(trouble);
  } catch (error) {
    // A build that Ctrl-C cut short has not failed.
    if (!interrupted.now()) code = report(error);
  }
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      code = report(error);
    }
  }
  interrupted.ignore();
  return code;
}

function report(error: unknown): number {
  console.error(error instanceof LaunchError || error instanceof StorageError ? error.message : error);
  return 1;
}

async function run(options: LaunchOptions, interrupted: Interruption, undo: Undo): Promise<string> {
  const { settings, build, apps, say = console.log } = options;
  makeHome(settings.home);
  undo.push(await takeHold(settings));
  await checkPorts(settings);
  await build();
  if (interrupted.now()) return 'interrupted';
  const { home, databaseUrl, logins } = settings;
  const storage = await openStorage({ home, databaseUrl, logins, log: say });
  undo.push(storage.stop);
  if (interrupted.now()) return 'interrupted';
  const signIns = join(home, 'sign-in.txt');
  const isFirst = !existsSync(signIns);
  const servers = apps(storage.urls).map((app) => serve(app, say));
  undo.push(() => {
    say('Stopping');
    return stopAll(servers, interrupted);
  });
  const trouble = Promise.race([firstTrouble(servers, storage), interrupted.first]);
  const notes = await Promise.race([Promise.all(servers.map(({ ready }) => ready)), trouble]);
  if (typeof notes === 'string') return notes;
  announce(settings, notes.flat(), isFirst ? signIns : undefined, say);
  return trouble;
}

async function takeHold({ home, origin }: Settings): Promise<() => void> {
  const begin = Date.now();
  for (;;) {
    const answer = hold(join(home, 'running'), origin);
    if (isHeld(answer)) return answer.release;
    // It may be about to end: npm returns to its caller before we have stopped everything.
    if (Date.now() - begin < 3000) await sleep(100);
    else throw new LaunchError(`Chancery already runs on ${home} (process ${answer.pid}): open ${answer.note}`);
  }
}

async function checkPorts(settings: Settings): Promise<void> {
  for (const [name, port] of [
    ['PORT', settings.port],
    ['API_PORT', settings.apiPort],
  ] as const) {
    if (await isFree(port)) continue;
    throw new LaunchError(`Port ${port} is taken: stop what uses it, or set ${name} to another`);
  }
}

/** Resolves with the first thing that goes wrong, in words. */
function firstTrouble(servers: Server[], storage: Storage): Promise<string> {
  const ends = servers.map(({ name, ended }) => ended.then((how) => `The ${name} ${how}, so everything is stopped`));
  return Promise.race([...ends, untilGone(storage)]);
}

async function untilGone(storage: Storage): Promise<string> {
  while (storage.isAlive()) await sleep(1000, undefined, { ref: false });
  return 'The private Postgres ended by itself, so everything is stopped; its reason is in postgres/postgres.log';
}

async function stopAll(servers: Server[], interrupted: Interruption): Promise<void> {
  const stopped = Promise.all(servers.map((server) => server.stop(patience)));
  const how = await Promise.race([stopped, interrupted.again]);
  if (how === 'hurry') await Promise.all(servers.map((server) => server.stop(0)));
}

// Said in one piece: who waits for the line that Chancery is ready finds there how to sign in, too.
function announce(settings: Settings, notes: Notes, signIns: string | undefined, say: (line: string) => void): void {
  const lines = [`Chancery is ready: ${settings.origin} (API http://localhost:${settings.apiPort})`, ...notes];
  if (signIns !== undefined && existsSync(signIns)) {
    lines.push(`Sign in as one of these (kept in ${signIns}):`);
    for (const line of readFileSync(signIns, 'utf8').trimEnd().split('\n')) lines.push(`  ${line}`);
  }
  say(lines.join('\n'));
}
