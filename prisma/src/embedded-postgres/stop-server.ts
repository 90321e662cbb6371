import { setTimeout as sleep } from 'node:timers/promises';
import { StorageError } from '../storage-error.ts';
import type { Cluster } from './cluster.ts';
import { readPidFile } from './pid-file.ts';
import { identifyPostmaster } from './postmaster.ts';

const timeout = 60_000;

/**
 * Stops the server of the cluster if it is running. Open transactions are rolled back; committed data is kept.
 * @throws StorageError if the server does not exit within two minutes
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = readPidFile(cluster.data);
  if (!server || identifyPostmaster(server.pid, cluster.data) !== 'ours') return;
  // What Postgres calls a fast shutdown (SIGINT), then an immediate one (SIGQUIT).
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (identifyPostmaster(server.pid, cluster.data) === 'ours') process.kill(server.pid, signal);
    if (await hasExited(cluster, server.pid)) return;
  }
  throw new StorageError(
    'CANNOT_STOP',
    `Postgres (process ${server.pid}) did not stop within two minutes. See postgres.log in ${cluster.folder} for the cause, or stop the process yourself.`,
  );
}

async function hasExited(cluster: Cluster, pid: number): Promise<boolean> {
  for (const end = Date.now() + timeout; Date.now() < end; await sleep(20)) {
    if (identifyPostmaster(pid, cluster.data) === 'gone') return true;
  }
  return false;
}
