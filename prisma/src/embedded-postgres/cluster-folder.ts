// Locates the cluster: in the data folder, or, if the server's user cannot enter that, in a shared folder linked from
// it.
import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../connect.ts';
import { StorageError } from '../storage-error.ts';
import { canEnter, makePassable, sharedFolder } from './folder-access.ts';
import { identifyPostmaster } from './postmaster.ts';
import type { ServerUser } from './server-user.ts';

/**
 * Returns the real path of the cluster's folder; `undefined` if there is no cluster. Since a cluster is created
 * atomically, an existing cluster is complete.
 * @throws StorageError `CANNOT_START` if the data folder links to a missing folder
 */
export function findCluster(home: string): string | undefined {
  const entry = clusterIn(home);
  if (!lstatSync(entry, { throwIfNoEntry: false })) return undefined;
  if (existsSync(entry)) return realpathSync(entry);
  throw new StorageError(
    'CANNOT_START',
    `${entry} links to a folder that does not exist. Restore the folder, or remove the link to start with a new, empty database.`,
  );
}

/**
 * Creates a cluster: calls `make` with a new folder, which is then renamed to `postgres` in the data folder, or linked
 * from there if the server's user cannot enter the data folder. If another process has created a cluster meanwhile,
 * keeps that one.
 */
export async function installCluster(
  home: string,
  user: ServerUser,
  log: (line: string) => void,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  removeAbandonedDrafts(home);
  const tag = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const inHome = await canEnter(home, user);
  const folder = inHome ? `${clusterIn(home)}.new-${tag}` : join(sharedFolder, `cluster-${tag}`);
  if (!inHome) makeSharedFolder(home, user);
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
  log(`User ${user?.name} cannot enter ${home}, so the database is in ${folder}, linked from ${clusterIn(home)}`);
}

function clusterIn(home: string): string {
  return join(home, 'postgres');
}

// Removes the folders of processes that were killed while they created a cluster. The name contains the pid.
function removeAbandonedDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    const isAbandoned = pid !== undefined && identifyPostmaster(Number(pid), home) === 'gone';
    if (isAbandoned) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function makeSharedFolder(home: string, user: ServerUser): void {
  try {
    makePassable(sharedFolder);
  } catch (cause) {
    throw new StorageError(
      'CANNOT_START',
      `Postgres runs as user ${user?.name}, who cannot enter ${home}, and the folder ${sharedFolder} cannot be created instead: ${messageOf(cause)}. Set CHANCERY_HOME to a folder that other users may enter, or set DATABASE_URL.`,
      { cause },
    );
  }
}
