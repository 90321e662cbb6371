import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome } from '../home.ts';
import { StorageError } from '../storage-error.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { makeCluster, superuser } from './new-cluster.ts';
import { findCluster, placeCluster } from './place.ts';
import { sharedPlace } from './reach.ts';
import { type ServerUser, serverUser } from './server-user.ts';

/** A cluster on disk and what is needed to run it. */
export type Cluster = {
  folder: string;
  data: string;
  user: ServerUser;
  binaries: Binaries;
  addressAt: (port: number) => string;
};

/** Opens the cluster of the data folder `home`, making it first where there is none. */
export async function openCluster(home: string, durable: boolean, log: (line: string) => void): Promise<Cluster> {
  makeHome(home);
  const there = findCluster(home);
  const user = serverUser(there);
  const binaries = await findBinaries(user, user ? sharedPlace : join(home, 'binaries'), log);
  if (there === undefined) {
    await placeCluster(home, user, log, (folder) => makeCluster(folder, binaries, user, durable));
  }
  const folder = there ?? findCluster(home);
  if (folder === undefined)
    throw new StorageError('CANNOT_START', `The database in ${home} vanished while it was made`);
  const data = join(folder, 'data');
  refuseOtherMajor(data, binaries.major);
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const addressAt = (port: number) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  return { folder, data, user, binaries, addressAt };
}

function refuseOtherMajor(data: string, major: string): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (made === major) return;
  throw new StorageError(
    'CANNOT_START',
    `The database in ${data} was made by Postgres ${made} and this release ships Postgres ${major}: dump it with the release that made it`,
  );
}
