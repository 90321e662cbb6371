import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome } from '../home.ts';
import { StorageError } from '../storage-error.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { findCluster, installCluster } from './cluster-folder.ts';
import { sharedFolder } from './folder-access.ts';
import { makeCluster, superuser } from './new-cluster.ts';
import { type ServerUser, serverUser } from './server-user.ts';

/** A Postgres cluster on disk, with the user and the binaries that run its server. */
export type Cluster = {
  /** The folder of the cluster: its data folder, its log and the superuser's password. */
  folder: string;
  /** The data folder of Postgres. */
  data: string;
  user: ServerUser;
  binaries: Binaries;
  /** Returns the superuser's URL of the database `postgres` on a port. */
  urlAt: (port: number) => string;
};

/** Finds the cluster in Chancery's data folder `home`, and creates it if it is missing. Does not start its server. */
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
    `The database in ${data} was created by Postgres ${clusterMajor}, but this release uses Postgres ${major}. Run npm run backup -- FILE with the release that created it, and npm run restore -- FILE with this release and an empty CHANCERY_HOME.`,
  );
}
