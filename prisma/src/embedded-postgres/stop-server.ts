import { setTimeout as sleep } from 'node:timers/promises';
import { StorageError } from '../storage-error.ts';
import type { Cluster } from './cluster.ts';
import { readPidFile } from './pid-file.ts';
import { identifyPostmaster } from './postmaster.ts';

const patience = 60_000;

/** Stops the cluster's server, if one runs: open transactions are rolled back, nothing acknowledged is lost. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = readPidFile(cluster.data);
  if (!server || identifyPostmaster(server.pid, cluster.data) !== 'ours') return;
  // In Postgres' words: a fast shutdown, then an immediate one.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (identifyPostmaster(server.pid, cluster.data) === 'ours') process.kill(server.pid, signal);
    if (await hasGone(cluster, server.pid)) return;
  }
  throw new StorageError('CANNOT_STOP', `Postgres (process ${server.pid}) does not stop; see ${cluster.folder}`);
}

async function hasGone(cluster: Cluster, pid: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    if (identifyPostmaster(pid, cluster.data) === 'gone') return true;
  }
  return false;
}
