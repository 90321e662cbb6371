// A server whose public endpoint reads a streaming replica, which tests pause, stop and start again.
import { type EmbeddedPostgres, openStorage, startEmbeddedPostgres, withClient } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { type Ask, askAt, makeLog, makeServer, settingsFor } from './api.ts';
import { type Editor, editorOf, publish } from './desk.ts';
import { createWaived } from './operations.ts';
import { Relay } from './relay.ts';
import { startReplica } from './replica.ts';

/** The parts of `/readyz` that concern reads, and its status. */
export interface Readiness {
  readonly status: number;
  readonly revision: number;
  readonly reasons: readonly string[];
  readonly reads: { readonly from: string; readonly revisionsBehind: number; readonly secondsBehind: number };
}

/** A server that reads a streaming replica of its own Postgres. */
export interface ReplicatedServer {
  /** Sends an operation to the public endpoint. */
  readonly ask: Ask;
  readonly readyz: () => Promise<Readiness>;
  /** Publishes a state on the primary, and returns the revision. */
  readonly addState: (name: string) => Promise<number>;
  /** Pauses or resumes the replica, which keeps answering. */
  readonly replay: (what: 'pause' | 'resume') => Promise<unknown>;
  readonly stopReplica: () => Promise<void>;
  readonly startReplica: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a primary, its replica and an API that reads the replica. */
export async function openReplicatedServer(): Promise<ReplicatedServer> {
  const [folder, replicaFolder] = [testHome(), testHome()];
  const storage = await openStorage({ home: folder.home, durable: false });
  const primary = await startEmbeddedPostgres({ home: folder.home, durable: false });
  let replica: EmbeddedPostgres = await startReplica(primary, folder.home, replicaFolder.home);
  // The replica listens on another port after a restart; the relay gives it a fixed address.
  const relay = new Relay();
  const readerOnReplica = () => {
    const reader = new URL(storage.urls.reader);
    reader.port = String(replica.port);
    return reader.toString();
  };
  const reader = await relay.redirect(readerOnReplica());
  const server = await makeServer(settingsFor({ ...storage.urls, reader }, folder.home), makeLog('fatal'));
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const pools = {
    desk: new pg.Pool({ connectionString: storage.urls.desk }),
    writer: new pg.Pool({ connectionString: storage.urls.writer }),
  };
  const editors = await Promise.all([createEditor('Ana'), createEditor('Ben')]);

  async function createEditor(name: string): Promise<Editor> {
    await withClient(storage.urls.owner, (client) =>
      client.query(`INSERT INTO desk."user" (id, name, email, role) VALUES ($1, $1, $1, 'EDITOR')`, [name]),
    );
    return editorOf(pools, name, name);
  }
  return {
    ask: askAt(`${url}/graphql`),
    readyz: async () => {
      const response = await fetch(`${url}/readyz`);
      return { ...((await response.json()) as Omit<Readiness, 'status'>), status: response.status };
    },
    addState: (name) => publish(editors, [createWaived('State', { name })]),
    replay: (what) => withClient(replica.url, (client) => client.query(`SELECT pg_wal_replay_${what}()`)),
    stopReplica: () => replica.stop(),
    startReplica: async () => {
      replica = await startEmbeddedPostgres({ home: replicaFolder.home, durable: false });
      await relay.redirect(readerOnReplica());
    },
    close: async () => {
      await server.close();
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await relay.close();
      await replica.stop();
      await storage.stop();
      folder.remove();
      replicaFolder.remove();
    },
  };
}
