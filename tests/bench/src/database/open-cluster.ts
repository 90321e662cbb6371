import { openStorage, type Storage, withClient, withDatabase } from '@chancery/prisma';

/** The running Postgres of the benchmark, with the settings of `npm start` and pg_stat_statements. */
export interface Cluster {
  readonly urls: Storage['urls'];
  /** The URL of the database `postgres` for the superuser. */
  readonly server: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts Postgres in the data folder `home`, with pg_stat_statements loaded but off, until `countStatementsPerRead`
 * needs it.
 */
export async function openCluster(home: string, log: (line: string) => void): Promise<Cluster> {
  const storage = await openStorage({ home, log });
  const server = withDatabase(storage.urls.owner, 'postgres');
  if (await hasStatementStatistics(server)) {
    await withClient(server, (client) => client.query("ALTER SYSTEM SET pg_stat_statements.track = 'none'"));
    await withClient(server, (client) => client.query('SELECT pg_reload_conf()'));
    return { urls: storage.urls, server, stop: storage.stop };
  }
  await withClient(server, (client) =>
    client.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'"),
  );
  // Postgres preloads libraries at start, so restart it.
  await storage.stop();
  return openCluster(home, log);
}

async function hasStatementStatistics(server: string): Promise<boolean> {
  const { rows } = await withClient(server, (client) =>
    client.query<{ libraries: string }>("SELECT current_setting('shared_preload_libraries') AS libraries"),
  );
  return rows[0]?.libraries.includes('pg_stat_statements') === true;
}
