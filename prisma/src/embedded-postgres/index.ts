// A private Postgres for one data folder. Any number of processes may ask for it at once and anybody may be killed at
// any moment: whoever comes next attaches to the server that runs, or starts it.
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, withClient, wordsOf } from '../connect.ts';
import { StorageError } from '../storage-error.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { type PidFile, readPidFile, removeStalePidFile } from './pid-file.ts';
import { identifyPostmaster } from './postmaster.ts';
import { tryToStart } from './start-server.ts';
import { stopServer } from './stop-server.ts';

export type EmbeddedPostgres = {
  /** The superuser's address, of the database `postgres`. */
  url: string;
  port: number;
  pid: number;
  /** Whether the server's process is still there. */
  isAlive: () => boolean;
  /** Stops the server, also one that another process started. */
  stop: () => Promise<void>;
};

export type EmbeddedPostgresOptions = {
  home: string;
  /** False for throwaway clusters of tests, which trade safety on disk for speed. */
  durable?: boolean;
  log?: (line: string) => void;
  /** How long to wait for a server that starts, stops or recovers, in milliseconds. */
  patience?: number;
};

/** Starts the Postgres of the data folder `home`, or attaches to it where it runs. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durable = true, log = () => undefined, patience = 180_000 } = options;
  const cluster = await openCluster(resolve(options.home), durable, log);
  const begin = Date.now();
  let obstacle = 'it gave no sign';
  let told = false;
  while (Date.now() - begin < patience) {
    const server = readPidFile(cluster.data);
    const verdict = server ? identifyPostmaster(server.pid, cluster.data) : 'gone';
    if (server && (verdict === 'ours' || verdict === 'unsure')) {
      const refusal = server.ready ? await refusalOf(cluster, server) : 'it is starting or stopping';
      if (refusal === undefined) return handle(cluster, server);
      obstacle = refusal;
    } else {
      if (server) removeStalePidFile(cluster.data, server);
      const refusal = await tryToStart(cluster, durable);
      if (refusal === undefined) continue;
      obstacle = refusal;
    }
    if (!told && Date.now() - begin > 3000) log(`Waiting for Postgres: ${obstacle}`);
    told ||= Date.now() - begin > 3000;
    await sleep(100);
  }
  throw new StorageError('CANNOT_START', `Postgres in ${cluster.folder} was not ready in time: ${obstacle}`);
}

// Only this cluster's superuser knows the password, and only this server has its files there: no other server passes.
async function refusalOf(cluster: Cluster, server: PidFile): Promise<string | undefined> {
  try {
    return await withClient(cluster.addressAt(server.port), async (client) => {
      const { rows } = await client.query<{ data: string }>(`select current_setting('data_directory') as data`);
      return rows[0]?.data === cluster.data ? undefined : `port ${server.port} serves another folder`;
    });
  } catch (error) {
    if (codeOf(error) === '28P01') {
      throw new StorageError('CANNOT_START', `Postgres refuses the password kept in ${cluster.folder}/password`);
    }
    return wordsOf(error);
  }
}

function handle(cluster: Cluster, server: PidFile): EmbeddedPostgres {
  return {
    url: cluster.addressAt(server.port),
    port: server.port,
    pid: server.pid,
    isAlive: () => identifyPostmaster(server.pid, cluster.data) === 'ours',
    stop: () => stopServer(cluster),
  };
}
