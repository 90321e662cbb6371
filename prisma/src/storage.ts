import { refuseUnfinishedRestore } from './backup/unfinished-restore.ts';
import { messageOf, withClient, withDatabase, withPort } from './connect.ts';
import { ensureDatabase } from './database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/index.ts';
import { fillInnerBounds } from './fill-inner-bounds.ts';
import { type DatabaseUrls, ensureLogins, type GivenUrls, type Logins } from './logins.ts';
import { migrate, needsUpgrade } from './migrate.ts';
import { StorageError } from './storage-error.ts';
import { unlessAborted } from './unless-aborted.ts';

/** Where the database is and how to open it. */
export type StorageOptions = {
  /** The data folder, which holds the private Postgres and the passwords. */
  home: string;
  /** The URL of a database on the operator's own Postgres. If it is missing, a private Postgres is started. */
  databaseUrl?: string | undefined;
  /** Connection URLs of logins that the operator created on the server of `databaseUrl`. */
  logins?: GivenUrls | undefined;
  /** False for the throwaway clusters of tests, which trade durability for speed. True by default. */
  durable?: boolean;
  log?: (line: string) => void;
  /**
   * Called with the owner's URL before the migrations change a database of an earlier release. If it throws, the database
   * is not changed.
   */
  beforeUpgrade?: ((owner: string) => Promise<void>) | undefined;
  /** Aborts the opening. The private Postgres is then stopped. */
  signal?: AbortSignal;
};

/** An open, migrated database with its logins. */
export type Storage = {
  /** Connection URLs, one for each login. */
  urls: DatabaseUrls;
  /** False if all URLs use the login of the owner, so that Postgres cannot separate their privileges. */
  separated: boolean;
  /** True if the database is on the private Postgres, false if it is on the operator's own. */
  embedded: boolean;
  /** Returns true while the private Postgres is running. Always true for the operator's own, which is not checked. */
  isAlive: () => boolean;
  /**
   * Starts the private Postgres again after it has ended by itself, and returns the URLs that are valid from now on. The
   * port is the same, unless another program has taken it. Does nothing for the operator's own Postgres.
   * @throws StorageError if it cannot be started; the reason of `signal` if that is aborted
   */
  restart: (signal?: AbortSignal) => Promise<DatabaseUrls>;
  /** Stops the private Postgres. Does nothing if the database is on the operator's own Postgres. */
  stop: () => Promise<void>;
};

/**
 * Opens the database at `databaseUrl` or, without that, on the private Postgres of the data folder. Creates the
 * database and its logins if they are missing, and migrates it to this release.
 * @throws StorageError if an operator can fix the cause; the reason of `signal` if that is aborted
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { databaseUrl, signal } = options;
  const server = databaseUrl === undefined ? await startEmbeddedPostgres(options) : undefined;
  const owner = databaseUrl ?? withDatabase(server?.url ?? '', 'chancery');
  try {
    // An aborted step goes on until its connection ends with the server or with this process, and is rolled back.
    const logins = await unlessAborted(prepareDatabase(owner, server !== undefined, options), signal);
    return {
      urls: logins.urls,
      separated: logins.separated,
      embedded: server !== undefined,
      ...(server ? control(server, logins, options) : ownPostgres(logins)),
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function prepareDatabase(owner: string, isEmbedded: boolean, options: StorageOptions) {
  const { home, logins: given, log = () => undefined, beforeUpgrade } = options;
  await checkServer(owner);
  await refuseUnfinishedRestore(owner, isEmbedded ? home : undefined);
  if (beforeUpgrade && (await needsUpgrade(owner))) await beforeUpgrade(owner);
  const logins = await ensureLogins({ owner, home, shared: !isEmbedded, log, ...(given ? { given } : {}) });
  await migrate(owner, { log, logins: logins.names });
  await withClient(owner, fillInnerBounds);
  return logins;
}

type Control = Pick<Storage, 'isAlive' | 'restart' | 'stop'>;

function control(started: EmbeddedPostgres, { urls }: Logins, options: StorageOptions): Control {
  let server = started;
  let starting: Promise<unknown> = Promise.resolve();
  return {
    isAlive: () => server.isAlive(),
    restart: async (signal) => {
      const start = startEmbeddedPostgres({ ...options, ...(signal ? { signal } : {}) });
      // The caller gets the error; `stop` only waits.
      starting = start.catch(() => undefined);
      server = await start;
      const move = (url: string) => withPort(url, server.port);
      return { owner: move(urls.owner), reader: move(urls.reader), desk: move(urls.desk), writer: move(urls.writer) };
    },
    stop: async () => {
      await starting;
      await server.stop();
    },
  };
}

function ownPostgres({ urls }: Logins): Control {
  return { isAlive: () => true, restart: async () => urls, stop: async () => undefined };
}

/**
 * Creates the database if it is missing, and checks its server.
 * @throws StorageError if the database cannot be opened, the server is too old, or the encoding is not UTF8
 */
export async function checkServer(owner: string): Promise<void> {
  try {
    await ensureDatabase(owner);
  } catch (cause) {
    const { host, pathname } = new URL(owner);
    throw new StorageError(
      'CANNOT_CONNECT',
      `The database ${host}${pathname} cannot be opened: ${messageOf(cause)}. Check that its server is running, and check DATABASE_URL if it is set.`,
      { cause },
    );
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
      `Chancery needs Postgres 15 or later, but the server has version ${database?.version}. Upgrade the server, or set DATABASE_URL to another server.`,
    );
  }
  if (database?.encoding !== 'UTF8') {
    throw new StorageError(
      'WRONG_ENCODING',
      `The encoding of the database is ${database?.encoding}. Create a database with encoding UTF8, and set DATABASE_URL to it.`,
    );
  }
}
