// Where the cluster lives: in the data folder, or, where root's server user cannot get there, behind a link from it.
import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import { identifyPostmaster } from './postmaster.ts';
import { canEnter, makePassable, sharedPlace } from './reach.ts';
import type { ServerUser } from './server-user.ts';

/** The cluster's real folder, if there is a cluster; it appears whole, so to be there is to be complete. */
export function findCluster(home: string): string | undefined {
  const entry = clusterIn(home);
  if (!lstatSync(entry, { throwIfNoEntry: false })) return undefined;
  if (existsSync(entry)) return realpathSync(entry);
  throw new StorageError('CANNOT_START', `${entry} leads to a folder that is gone: bring it back, or remove the link`);
}

/** Has `make` fill a new folder and lets it appear as the cluster; where another process was faster, its cluster stays. */
export async function placeCluster(
  home: string,
  user: ServerUser,
  log: (line: string) => void,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  removeAbandonedDrafts(home);
  const tag = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const inHome = await canEnter(home, user);
  const folder = inHome ? `${clusterIn(home)}.new-${tag}` : join(sharedPlace, `cluster-${tag}`);
  if (!inHome) makeSharedPlace(home, user);
  try {
    mkdirSync(folder, { mode: 0o700 });
    await make(folder);
    if (inHome) renameSync(folder, clusterIn(home));
    else symlinkSync(folder, clusterIn(home));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (error instanceof StorageError || !existsSync(clusterIn(home))) throw error;
    return;
  }
  if (inHome) return;
  log(`User ${user?.name} cannot enter ${home}: the database is kept in ${folder}, and ${clusterIn(home)} leads to it`);
}

function clusterIn(home: string): string {
  return join(home, 'postgres');
}

// What a process left that was killed while it made a cluster. Its number is in the name.
function removeAbandonedDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    const abandoned = maker !== undefined && identifyPostmaster(Number(maker), home) === 'gone';
    if (abandoned) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function makeSharedPlace(home: string, user: ServerUser): void {
  try {
    makePassable(sharedPlace);
  } catch (cause) {
    throw new StorageError(
      'CANNOT_START',
      `Postgres runs as user ${user?.name}, who can enter neither ${home} nor ${sharedPlace}: set CHANCERY_HOME to a folder that others may enter, or set DATABASE_URL`,
      { cause },
    );
  }
}
