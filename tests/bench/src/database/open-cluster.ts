import { openStorage, type Storage, withClient, withDatabase } from '@chancery/prisma';

/** The Postgres of the benchmark, with the settings that `npm start` gives it, and pg_stat_statements besides. */
export interface Cluster {
  readonly urls: Storage['urls'];
  /** The superuser's address of the database `postgres`. */
  readonly server: string;
  readonly stop: () => Promise<void>;
}

/** Starts the Postgres that lives in a folder of the benchmark's own. Statements are counted only while somebody asks. */
export async function openCluster(home: string, log: (line: string) => void): Promise<Cluster> {
  const storage = await openStorage({ home, log });
  const server = withDatabase(storage.urls.owner, 'postgres');
  if (await preloads(server)) {
    await withClient(server, (client) => client.query("ALTER SYSTEM SET pg_stat_statements.track = 'none'"));
    await withClient(server, (client) => client.query('SELECT pg_reload_conf()'));
    return { urls: storage.urls, server, stop: storage.stop };
  }
  await withClient(server, (client) =>
    client.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'"),
  );
  // Libraries are loaded when the server starts.
  await storage.stop();
  return openCluster(home, log);
}

async function preloads(server: string): Promise<boolean> {
  const { rows } = await withClient(server, (client) =>
    client.query<{ libraries: string }>("SELECT current_setting('shared_preload_libraries') AS libraries"),
  );
  return rows[0]?.libraries.includes('pg_stat_statements') === true;
}
