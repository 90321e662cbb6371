// A private Postgres for one data folder. Several processes may use it at the same time, and any may be killed at any
// moment: the next start attaches to the running server, or starts it.
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, messageOf, withClient } from '../connect.ts';
import { StorageError } from '../storage-error.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { type PidFile, readPidFile, removeStalePidFile } from './pid-file.ts';
import { identifyPostmaster } from './postmaster.ts';
import { tryToStart } from './start-server.ts';
import { stopServer } from './stop-server.ts';

/** A running private Postgres. */
export type EmbeddedPostgres = {
  /** The superuser's connection URL of the database `postgres`. */
  url: string;
  port: number;
  pid: number;
  /** Returns true while the server's process is running. */
  isAlive: () => boolean;
  /** Stops the server, even if another process started it. Does nothing if it is not running. */
  stop: () => Promise<void>;
};

/** How to start the private Postgres of a data folder. */
export type EmbeddedPostgresOptions = {
  /** The data folder. */
  home: string;
  /** False for the throwaway clusters of tests, which trade durability for speed. True by default. */
  durable?: boolean;
  log?: (line: string) => void;
  /**
   * How long to wait for a server that is starting, stopping or recovering, in milliseconds. Three minutes by default.
   */
  timeout?: number;
  /** Aborts the start. A server that is starting is then stopped. */
  signal?: AbortSignal;
};

/**
 * Starts the private Postgres of the data folder `home`, or attaches to it if it is running.
 * @throws StorageError if the server cannot be started, or is not ready before the timeout; the reason of `signal` if
 * that is aborted
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durable = true, log = () => undefined, timeout = 180_000, signal } = options;
  const cluster = await openCluster(resolve(options.home), durable, log);
  const begin = Date.now();
  let reason = 'it did not respond';
  let logged = false;
  let starting: Promise<unknown> = Promise.resolve();
  try {
    while (Date.now() - begin < timeout) {
      const server = readPidFile(cluster.data);
      const identity = server ? identifyPostmaster(server.pid, cluster.data) : 'gone';
      if (server && (identity === 'ours' || identity === 'unsure')) {
        const problem = server.ready
          ? await unlessAborted(connectionProblem(cluster, server), signal)
          : 'it is starting or stopping';
        if (problem === undefined) return handle(cluster, server);
        reason = problem;
      } else {
        if (server) removeStalePidFile(cluster.data, server);
        const attempt = tryToStart(cluster, durable);
        starting = attempt;
        const problem = await unlessAborted(attempt, signal);
        if (problem === undefined) continue;
        reason = problem;
      }
      if (!logged && Date.now() - begin > 3000) log(`Waiting for Postgres: ${reason}`);
      logged ||= Date.now() - begin > 3000;
      await unlessAborted(sleep(100), signal);
    }
  } catch (error) {
    if (signal?.aborted) await stopStarting(cluster, starting);
    throw error;
  }
  throw new StorageError(
    'CANNOT_START',
    `Postgres in ${cluster.folder} was not ready in time: ${reason}. See postgres.log in that folder.`,
  );
}

/** Stops the server, even if it appears only now because `starting` has not ended. */
async function stopStarting(cluster: Cluster, starting: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
  };
  const ended = starting.then(end, end);
  while (!hasEnded) {
    await stopServer(cluster);
    await Promise.race([ended, sleep(100)]);
  }
  await stopServer(cluster);
}

// Checks that the server on the port is the one of this cluster, by the superuser's password and by the data folder.
async function connectionProblem(cluster: Cluster, server: PidFile): Promise<string | undefined> {
  try {
    return await withClient(cluster.urlAt(server.port), async (client) => {
      const { rows } = await client.query<{ data: string }>(`select current_setting('data_directory') as data`);
      return rows[0]?.data === cluster.data ? undefined : `port ${server.port} serves another folder`;
    });
  } catch (error) {
    if (codeOf(error) === '28P01') {
      throw new StorageError(
        'CANNOT_START',
        `Postgres rejected the password in ${cluster.folder}/password. Restore the file that was created with the database.`,
      );
    }
    return messageOf(error);
  }
}

function handle(cluster: Cluster, server: PidFile): EmbeddedPostgres {
  return {
    url: cluster.urlAt(server.port),
    port: server.port,
    pid: server.pid,
    isAlive: () => identifyPostmaster(server.pid, cluster.data) === 'ours',
    stop: () => stopServer(cluster),
  };
}
