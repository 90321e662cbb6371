import { withClient, withDatabase, wordsOf } from './connect.ts';
import { ensureDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres/index.ts';
import { fillInnerBounds } from './fill-inner-bounds.ts';
import { ensureLogins, type GivenUrls, type Urls } from './logins.ts';
import { migrate } from './migrate.ts';
import { StorageError } from './storage-error.ts';

export type StorageOptions = {
  /** The data folder: the private Postgres and the passwords live there. */
  home: string;
  /** A Postgres of the operator's; without it a private one is started. */
  databaseUrl?: string | undefined;
  /** Logins of the operator's for `databaseUrl`. */
  logins?: GivenUrls | undefined;
  /** False for throwaway clusters of tests. */
  durable?: boolean;
  log?: (line: string) => void;
};

export type Storage = {
  /** One address for each login. */
  urls: Urls;
  /** Whether Postgres keeps the logins apart; false where one login had to serve for all. */
  separated: boolean;
  embedded: boolean;
  /** Whether the private Postgres still runs; true for the operator's own. */
  isAlive: () => boolean;
  /** Stops the private Postgres; leaves the operator's own alone. */
  stop: () => Promise<void>;
};

/** Opens the database of a data folder, made and migrated as needed. Throws a StorageError for what an operator can cure. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { home, databaseUrl, logins: given, log = () => undefined } = options;
  const server = databaseUrl === undefined ? await startEmbeddedPostgres(options) : undefined;
  const owner = databaseUrl ?? withDatabase(server?.url ?? '', 'chancery');
  try {
    await reach(owner);
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

async function reach(owner: string): Promise<void> {
  try {
    await ensureDatabase(owner);
  } catch (cause) {
    const { host, pathname } = new URL(owner);
    throw new StorageError('CANNOT_CONNECT', `The database ${host}${pathname} cannot be used: ${wordsOf(cause)}`, {
      cause,
    });
  }
  const { rows } = await withClient(owner, (client) =>
    client.query<{ version: string; number: string; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num') as number,
         pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
    ),
  );
  const [found] = rows;
  if (Number(found?.number) < 150_000) {
    throw new StorageError('TOO_OLD', `Chancery needs Postgres 15 or later, and this server is ${found?.version}`);
  }
  if (found?.encoding !== 'UTF8') {
    throw new StorageError(
      'WRONG_ENCODING',
      `The database is encoded as ${found?.encoding}: make it with encoding UTF8`,
    );
  }
}
