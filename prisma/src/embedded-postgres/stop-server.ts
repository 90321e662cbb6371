import { setTimeout as sleep } from 'node:timers/promises';
import { StorageError } from '../storage-error.ts';
import type { Cluster } from './cluster.ts';
import { readPidFile } from './pid-file.ts';
import { identifyPostmaster } from './postmaster.ts';
import { runProgram } from './run-program.ts';

const patience = 60_000;

/** Stops the cluster's server, if one runs: open transactions are rolled back, nothing acknowledged is lost. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = readPidFile(cluster.data);
  if (!server || identifyPostmaster(server.pid, cluster.data) !== 'ours') return;
  await ask(cluster, server.pid, 'SIGINT');
  if (await hasGone(cluster, server.pid)) return;
  await ask(cluster, server.pid, 'SIGQUIT');
  if (await hasGone(cluster, server.pid)) return;
  throw new StorageError('CANNOT_STOP', `Postgres (process ${server.pid}) does not stop; see ${cluster.folder}`);
}

async function ask(cluster: Cluster, pid: number, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (process.platform === 'win32') {
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
    await runProgram(cluster.binaries.pgCtl, ['stop', '-D', cluster.data, '-m', mode, '-W'], cluster.user);
  } else if (identifyPostmaster(pid, cluster.data) === 'ours') process.kill(pid, signal);
}

async function hasGone(cluster: Cluster, pid: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    if (identifyPostmaster(pid, cluster.data) === 'gone') return true;
  }
  return false;
}
