import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome } from '../home.ts';
import { StorageError } from '../storage-error.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { findCluster, installCluster } from './cluster-folder.ts';
import { sharedFolder } from './folder-access.ts';
import { makeCluster, superuser } from './new-cluster.ts';
import { type ServerUser, serverUser } from './server-user.ts';

/** A cluster on disk, with the user and binaries that run it. */
export type Cluster = {
  folder: string;
  data: string;
  user: ServerUser;
  binaries: Binaries;
  /** Returns the superuser's URL of the database `postgres` on a port. */
  urlAt: (port: number) => string;
};

/** Opens the cluster of the data folder `home`, and creates it if there is none. */
export async function openCluster(home: string, durable: boolean, log: (line: string) => void): Promise<Cluster> {
  makeHome(home);
  const existing = findCluster(home);
  const user = serverUser(existing);
  const binaries = await findBinaries(user, user ? sharedFolder : join(home, 'binaries'), log);
  if (existing === undefined) {
    await installCluster(home, user, log, (folder) => makeCluster(folder, binaries, user, durable));
  }
  const folder = existing ?? findCluster(home);
  if (folder === undefined)
    throw new StorageError(
      'CANNOT_START',
      `The database in ${home} was removed while it was being created. Start Chancery again.`,
    );
  const data = join(folder, 'data');
  refuseOtherMajor(data, binaries.major);
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const urlAt = (port: number) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  return { folder, data, user, binaries, urlAt };
}

function refuseOtherMajor(data: string, major: string): void {
  const clusterMajor = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (clusterMajor === major) return;
  throw new StorageError(
    'CANNOT_START',
    `The database in ${data} was created by Postgres ${clusterMajor}, but this release uses Postgres ${major}. Dump it with the release that created it, and restore the dump into a new data folder.`,
  );
}
