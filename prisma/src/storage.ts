import { messageOf, withClient, withDatabase } from './connect.ts';
import { ensureDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres/index.ts';
import { fillInnerBounds } from './fill-inner-bounds.ts';
import { ensureLogins, type GivenUrls, type Urls } from './logins.ts';
import { migrate } from './migrate.ts';
import { StorageError } from './storage-error.ts';

/** Options of the storage. */
export type StorageOptions = {
  /** The data folder, which holds the private Postgres and the passwords. */
  home: string;
  /** The URL of the operator's own Postgres; without it a private one is started. */
  databaseUrl?: string | undefined;
  /** Logins for `databaseUrl` that the operator created. */
  logins?: GivenUrls | undefined;
  /** False for the throwaway clusters of tests, which trade durability for speed. */
  durable?: boolean;
  log?: (line: string) => void;
};

/** An open, migrated database with its logins. */
export type Storage = {
  /** Connection URLs, one for each login. */
  urls: Urls;
  /** False if all URLs use one login, and Postgres does not enforce their privileges. */
  separated: boolean;
  /** True for the private Postgres, false for the operator's own. */
  embedded: boolean;
  /** Whether the private Postgres is running; always true for the operator's own. */
  isAlive: () => boolean;
  /** Stops the private Postgres; does nothing to the operator's own. */
  stop: () => Promise<void>;
};

/**
 * Opens the database of a data folder, and creates and migrates it as needed.
 * @throws StorageError for anything that an operator can fix
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { home, databaseUrl, logins: given, log = () => undefined } = options;
  const server = databaseUrl === undefined ? await startEmbeddedPostgres(options) : undefined;
  const owner = databaseUrl ?? withDatabase(server?.url ?? '', 'chancery');
  try {
    await checkServer(owner);
    const logins = await ensureLogins({ owner, home, log, ...(given ? { given } : {}) });
    await migrate(owner, { log });
    await withClient(owner, fillInnerBounds);
    return {
      ...logins,
      embedded: server !== undefined,
      isAlive: server?.isAlive ?? (() => true),
      stop: server?.stop ?? (async () => undefined),
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function checkServer(owner: string): Promise<void> {
  try {
    await ensureDatabase(owner);
  } catch (cause) {
    const { host, pathname } = new URL(owner);
    throw new StorageError('CANNOT_CONNECT', `Cannot connect to the database ${host}${pathname}: ${messageOf(cause)}`, {
      cause,
    });
  }
  const { rows } = await withClient(owner, (client) =>
    client.query<{ version: string; number: string; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num') as number,
         pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
    ),
  );
  const [database] = rows;
  if (Number(database?.number) < 150_000) {
    throw new StorageError(
      'TOO_OLD',
      `Chancery needs Postgres 15 or later, but the server has version ${database?.version}. Upgrade it, or use another server.`,
    );
  }
  if (database?.encoding !== 'UTF8') {
    throw new StorageError(
      'WRONG_ENCODING',
      `The encoding of the database is ${database?.encoding}. Create a database with encoding UTF8.`,
    );
  }
}
